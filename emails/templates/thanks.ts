import { action, quietLink, text } from '../blocks.ts';
import type { Locale, ThanksFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Bedankt voor uw komst',
    title: 'Fijn dat u er was',
    story: 'Bedankt dat u meedeed. Wij hopen dat u er iets aan had voor uw bedrijf.',
    next: 'Wilt u verder? Er is meer: coaching, workshops en bijeenkomsten met andere ondernemers.',
    action: 'Bekijk het aanbod',
    off: 'Wilt u geen mails rond bijeenkomsten meer? Zet ze uit',
  },
  en: {
    subject: 'Thank you for coming',
    title: 'Good that you were there',
    story: 'Thank you for taking part. We hope that it was of use to your business.',
    next: 'Do you want to go on? There is more: coaching, workshops and meetings with other entrepreneurs.',
    action: 'See what is on offer',
    off: 'Do you want no more mails around sessions? Turn them off',
  },
};

export function thanks(facts: ThanksFacts, locale: Locale): Mail {
  const t = words[locale];
  const { session, recipient, sender } = facts;
  const blocks = [
    text(t.story),
    sessionPanel(facts, locale, 'brief'),
    text(t.next),
    action(t.action, sender.offerUrl),
    quietLink(t.off, facts.unsubscribeUrl),
  ];
  const subject = `${t.subject}: ${subjectOf(session, locale)}`;
  return compose({ subject, title: t.title, recipientName: recipient.name, blocks, sender }, locale);
}
