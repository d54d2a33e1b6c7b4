export const preferences = {
  title: 'Mijn voorkeuren',
  lead: 'U kiest zelf welke mails u krijgt.',
  always:
    'Mails over uw aanmelding krijgt u altijd: bevestigen, verplaatst, gaat niet door. Die hebt u nodig.',
  language: { legend: 'Taal van de mails', nl: 'Nederlands', en: 'English' },
  mails: {
    legend: 'Welke mails wilt u?',
    reminders: 'Herinneringen',
    remindersHint: 'Voor een bijeenkomst, en een bedankje erna',
    digest: 'Overzicht van de week',
    digestHint: 'Op maandagochtend: de bijeenkomsten van uw organisatie',
  },
  save: 'Bewaar',
  saved: 'Uw voorkeuren zijn bewaard',
  link: 'Voorkeuren voor mail',
  off: {
    title: { reminders: 'Geen herinneringen meer?', digest: 'Geen overzicht van de week meer?' },
    text: {
      reminders:
        'U krijgt dan geen herinneringen en geen bedankje meer. Mails over uw aanmelding blijven komen.',
      digest: 'U krijgt dan op maandag geen mail meer met de bijeenkomsten van uw organisatie.',
    },
    button: { reminders: 'Zet herinneringen uit', digest: 'Zet het overzicht uit' },
    done: { reminders: 'De herinneringen staan uit', digest: 'Het overzicht staat uit' },
    doneText: 'Wilt u ze weer aan? Dat kan als u inlogt, bij uw voorkeuren.',
    dead: 'Deze link werkt niet',
    deadText: 'Log in om te kiezen welke mails u krijgt.',
    toPreferences: 'Naar mijn voorkeuren',
  },
};
