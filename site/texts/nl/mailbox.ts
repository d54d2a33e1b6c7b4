export const mailbox = {
  title: 'Postbus voor ontwikkeling',
  lead: 'Deze mails zijn niet verstuurd. U leest ze hier, zolang er geen mailprovider is ingesteld.',
  filter: 'Laat alleen mail zien aan',
  show: 'Laat zien',
  all: 'Laat alles zien',
  none: 'Geen mail',
  noneText:
    'Vraag een mail aan, bijvoorbeeld door in te loggen of u aan te melden. Ververs daarna deze pagina.',
  to: 'Aan',
  sent: 'Gemaakt',
  html: 'Bekijk als opgemaakte mail',
  download: (filename: string): string => `Download ${filename}`,
  text: 'Als tekst',
};
