export const home = {
  title: 'Coaching, workshops en netwerk voor ondernemers',
  description:
    'Vind en boek coaching, workshops en bijeenkomsten voor ondernemers bij u in de buurt. Vaak gratis, voor leden en niet-leden.',
  promise: 'Breng uw zaak op koers',
  promiseText: 'Coaching, workshops en bijeenkomsten voor iedere ondernemer. Vaak gratis, bij u in de buurt.',
  next: 'Eerstvolgende gratis plek',
  doors: 'Kies wat bij u past',
  soon: 'Binnenkort',
  soonEmpty: 'Er staan nog geen nieuwe bijeenkomsten gepland. Kijk later nog eens, of bel ons.',
  all: 'Bekijk het hele aanbod',
  how: 'Zo werkt het',
  steps: [
    { title: 'Kies', text: 'Zoek een bijeenkomst die past bij uw vraag. U ziet meteen wat het u kost.' },
    {
      title: 'Meld u aan',
      text: 'Uw naam en e-mailadres zijn genoeg. U bevestigt met een code uit uw mail.',
    },
    {
      title: 'Kom',
      text: 'U krijgt de afspraak in uw agenda. Kunt u niet? Met één klik maakt u plaats voor een ander.',
    },
  ],
  everyoneTitle: 'Voor alle ondernemers, lid of geen lid',
  everyoneText:
    'De ondernemersverenigingen maken het programma, de gemeente betaalt mee. Daarom is iedere ondernemer welkom. U hoeft nergens lid van te zijn.',
  everyoneLink: 'Zoek een bijeenkomst',
};
