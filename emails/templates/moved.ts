import { action, link, text } from '../blocks.ts';
import type { Locale, MovedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import { invite } from '../invite.ts';
import type { Mail } from '../mail.ts';
import { longMoment } from '../../api/language/dates.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    time: {
      subject: 'Verplaatst',
      title: 'Deze bijeenkomst is verplaatst',
      story: 'De organisator heeft het moment veranderd. Hieronder staat het nieuwe moment.',
    },
    place: {
      subject: 'Andere plek',
      title: 'Deze bijeenkomst is op een andere plek',
      story: 'De organisator heeft de plek veranderd. Hieronder staat de nieuwe plek.',
    },
    timeAndPlace: {
      subject: 'Verplaatst',
      title: 'Deze bijeenkomst is verplaatst',
      story: 'De organisator heeft het moment en de plek veranderd. Hieronder staat hoe het nu is.',
    },
    online: {
      subject: 'Gaat online door',
      title: 'Deze bijeenkomst gaat online door',
      story: 'De bijeenkomst is niet meer op locatie. U kunt van achter uw scherm meedoen.',
    },
    back: {
      subject: 'Weer op locatie',
      title: 'Deze bijeenkomst is weer op locatie',
      story: 'De bijeenkomst is niet meer alleen online. U bent welkom op de plek hieronder.',
    },
    was: (moment: string) => `Het was op ${moment}.`,
    keep: 'Uw plaats blijft van u. Met de bijlage verandert de afspraak in uw agenda.',
    cannot: 'Kunt u nu niet? Meld u dan af. Dan kan een andere ondernemer uw plaats gebruiken.',
    view: 'Bekijk of annuleer',
    queue: (position: number) => `U blijft op de wachtlijst, op nummer ${position}.`,
    leave: 'Wilt u niet meer wachten? Ga dan van de wachtlijst af.',
    viewQueue: 'Bekijk of verlaat de wachtlijst',
    open: (until: string) =>
      `Uw plaats is nog niet bevestigd. Dat kan tot ${until}, met de vorige e-mail die u van ons kreeg.`,
    decline: 'Wilt u de plaats niet? Laat het ons weten, dan is de volgende eerder aan de beurt',
  },
  en: {
    time: {
      subject: 'Moved',
      title: 'This session has been moved',
      story: 'The organiser has changed the date or time. You find the new one below.',
    },
    place: {
      subject: 'Another place',
      title: 'This session is at another place',
      story: 'The organiser has changed the place. You find the new one below.',
    },
    timeAndPlace: {
      subject: 'Moved',
      title: 'This session has been moved',
      story: 'The organiser has changed the time and the place. You find the new ones below.',
    },
    online: {
      subject: 'Goes online',
      title: 'This session goes online',
      story: 'The session is no longer on location. You can take part from your own screen.',
    },
    back: {
      subject: 'Back on location',
      title: 'This session is back on location',
      story: 'The session is no longer online only. You are welcome at the place below.',
    },
    was: (moment: string) => `It was on ${moment}.`,
    keep: 'You keep your place. The attachment changes the appointment in your calendar.',
    cannot: 'Can you not come now? Please cancel. Then another entrepreneur can use your place.',
    view: 'View or cancel',
    queue: (position: number) => `You stay on the waiting list, at number ${position}.`,
    leave: 'Do you not want to wait any longer? Then leave the waiting list.',
    viewQueue: 'View or leave the waiting list',
    open: (until: string) =>
      `Your place is not confirmed yet. You can do that until ${until}, with the previous e-mail from us.`,
    decline: 'Do you not want the place? Let us know, so that the next person gets a turn sooner',
  },
};

/** A session at another moment or place. Whoever has a place also gets the appointment anew. */
export function moved(facts: MovedFacts, locale: Locale): Mail {
  const t = words[locale];
  const what = t[facts.change];
  const was = facts.previousStartsAt ? ` ${t.was(longMoment(facts.previousStartsAt, locale))}` : '';
  const subject = `${what.subject}: ${subjectOf(facts.session, locale)}`;
  return compose(
    {
      subject,
      title: what.title,
      recipientName: facts.open?.proved === false ? '' : facts.recipient.name,
      blocks: [text(what.story + was), ...blocksFor(facts, locale)],
      sender: facts.sender,
      attachments: facts.calendar ? [invite('REQUEST', facts, facts.calendar, locale)] : [],
    },
    locale,
  );
}

function blocksFor(facts: MovedFacts, locale: Locale) {
  const t = words[locale];
  if (facts.calendar) {
    const panel = sessionPanel(facts, locale, 'participant');
    return [text(t.keep), panel, text(t.cannot), action(t.view, facts.manageUrl)];
  }
  const panel = sessionPanel(facts, locale, 'public');
  if (facts.open) {
    const decline = facts.open.proved ? [link(t.decline, facts.manageUrl)] : [];
    return [text(t.open(longMoment(facts.open.until, locale))), panel, ...decline];
  }
  return [text(t.queue(facts.position ?? 1)), panel, text(t.leave), action(t.viewQueue, facts.manageUrl)];
}
