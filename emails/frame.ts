import { type Block, blockHtml, blockText } from './blocks.ts';
import type { Locale, LogoFacts, SenderFacts } from './facts.ts';
import type { Attachment, Mail } from './mail.ts';
import { escapeHtml, greetingName, oneLine } from './safe.ts';
import { css, darkSheet } from './styles.ts';
import { demoWords, municipalityName } from './words.ts';

type Letter = {
  subject: string;
  title: string;
  /** Absent in mails to someone whose name is not known. */
  recipientName?: string;
  blocks: Block[];
  sender: SenderFacts;
  attachments?: Attachment[];
};

const words = {
  nl: {
    greeting: (name: string) => (name ? `Goedendag ${name},` : 'Goedendag,'),
    by: (senders: number) => (senders === 1 ? 'Aangeboden door' : 'Samen aangeboden door'),
    speak: 'Liever iemand spreken?',
    call: (who: string, phone: string) => `Bel ${who}: ${phone}.`,
    reply: 'Hebt u een vraag? Antwoord op deze e-mail. Wij lezen uw bericht.',
    noReply: 'U kunt niet antwoorden op deze e-mail.',
  },
  en: {
    greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    by: (senders: number) => (senders === 1 ? 'Offered by' : 'Offered together by'),
    speak: 'Would you rather talk to someone?',
    call: (who: string, phone: string) => `Call ${who}: ${phone}.`,
    reply: 'Do you have a question? Reply to this e-mail. We read your message.',
    noReply: 'You cannot reply to this e-mail.',
  },
};

/** The one frame around every mail: greeting, content, senders and how to reach them. */
export function compose(letter: Letter, locale: Locale): Mail {
  const t = words[locale];
  const greeting = letter.recipientName === undefined ? [] : [t.greeting(greetingName(letter.recipientName))];
  const blocks: Block[] = [
    ...greeting.map((value): Block => ({ kind: 'text', text: value })),
    ...letter.blocks,
  ];
  const { names, logos, creditLine, siteUrl, municipality, isDemo } = letter.sender;
  const demo = isDemo ? demoWords[locale].sentence : '';
  const help = [
    municipality?.phone
      ? `${t.speak} ${t.call(municipalityName(municipality.name, locale), municipality.phone)}`
      : '',
    letter.sender.canReply ? t.reply : t.noReply,
  ]
    .filter(Boolean)
    .join(' ');

  const subject = oneLine(letter.subject);
  const small = (value: string) => `<p class="soft" style="${css.small}">${escapeHtml(oneLine(value))}</p>`;
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${escapeHtml(subject)}</title>
<style>${darkSheet}</style>
</head>
<body style="${css.body}">
<div class="paper" lang="${locale}" role="article" aria-label="${escapeHtml(subject)}" style="${css.body}">
<div style="${css.frame}">
<p style="${css.brand}"><a class="brand" style="${css.brandName}" href="${escapeHtml(siteUrl)}">Opkoers</a></p>
${demo && `<p class="soft" style="${css.note}"><strong>${demo}</strong></p>\n`}<h1 class="ink" style="${css.title}">${escapeHtml(oneLine(letter.title))}</h1>
${blocks.map(blockHtml).join('\n')}
<div class="rule" style="${css.footer}">
${names.length > 0 ? `<p class="soft" style="${css.sendersLabel}">${t.by(names.length)}</p>\n${marks(names, logos)}\n` : ''}${creditLine ? small(creditLine) : ''}${small(help)}
</div>
</div>
</div>
</body>
</html>
`;

  const text = [
    'Opkoers',
    demo,
    `${oneLine(letter.title)}\n${'='.repeat(Math.min(oneLine(letter.title).length, 60))}`,
    ...blocks.map(blockText),
    '--------',
    [
      names.length > 0 ? `${t.by(names.length)}\n${names.map(oneLine).join(' · ')}` : '',
      creditLine ? oneLine(creditLine) : '',
    ]
      .filter(Boolean)
      .join('\n'),
    oneLine(help),
  ];
  return {
    subject,
    html,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    attachments: letter.attachments ?? [],
  };
}

/** Logos of who has one, and of the others the names set as wordmarks. Who sees no images reads their words. */
function marks(names: string[], logos: SenderFacts['logos']) {
  const others = names.filter((name) => !logos[name]);
  const shown = names.flatMap((name) => (logos[name] ? logo(logos[name]) : []));
  return [
    ...(shown.length > 0 ? [`<p class="ink" style="${css.logos}">${shown.join(' ')}</p>`] : []),
    ...(others.length > 0 ? [wordmarks(others)] : []),
  ].join('\n');
}

const [LOGO_HEIGHT, LOGO_WIDTH] = [48, 180];
function logo({ url, width, height, alt }: LogoFacts) {
  const scale = Math.min(1, LOGO_HEIGHT / height, LOGO_WIDTH / width);
  const [shownWidth, shownHeight] = [width, height].map((size) => Math.max(1, Math.round(size * scale)));
  return `<img src="${escapeHtml(url)}" alt="${escapeHtml(oneLine(alt))}" width="${shownWidth}" height="${shownHeight}" style="${css.logo}">`;
}

const wordmarks = (names: string[]) =>
  `<p class="ink" style="${css.senders}">${names.map((name) => escapeHtml(oneLine(name)).replaceAll(' ', '&nbsp;')).join('&nbsp;· ')}</p>`;
