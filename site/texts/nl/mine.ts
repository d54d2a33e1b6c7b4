export const mine = {
  title: 'Mijn aanmeldingen',
  signedInAs: (email: string): string => `Ingelogd als ${email}`,
  done: {
    place: 'Uw plaats is geannuleerd',
    placeText: 'Dank u wel: iemand anders kan nu komen. Wij halen de afspraak uit uw agenda, met een mail.',
    swap: 'Uw plaats is verplaatst',
    swapText:
      'Hieronder ziet u de nieuwe datum. U krijgt een mail waarmee de afspraak in uw agenda verschuift.',
    queue: 'U staat niet meer op de wachtlijst',
    queueText: 'U hoeft verder niets te doen.',
  },
  toConfirm: {
    title: 'Wacht op u',
    held: (until: string): string => `Wij houden deze plaats voor u vrij tot ${until}.`,
    offered: (until: string): string => `Er is een plaats vrijgekomen. Die is voor u tot ${until}.`,
    asksToWait: (until: string): string => `Bevestig voor ${until} dat u wilt wachten.`,
    action: 'Bevestig mijn plaats',
  },
  upcoming: 'Daarna',
  queue: {
    title: 'Op de wachtlijst',
    view: 'Bekijk of verander',
    position: (position: number): string => `U staat op nummer ${position} van de wachtlijst.`,
    text: 'Komt er een plaats vrij? Dan krijgt u een mail en houden we die plaats even voor u vast.',
  },
  paid: {
    title: 'Wat de gemeente voor u betaalt',
    been: (amount: string, sessions: number): string =>
      sessions === 1
        ? `${amount} voor 1 bijeenkomst die is geweest.`
        : `${amount} voor ${sessions} bijeenkomsten die zijn geweest.`,
    coming: (amount: string, sessions: number): string =>
      sessions === 1
        ? `${amount} voor 1 bijeenkomst die nog komt.`
        : `${amount} voor ${sessions} bijeenkomsten die nog komen.`,
    /** `more` when amounts stand above it. */
    unpriced: (sessions: number, more: boolean): string => {
      const one = sessions === 1;
      const what = `${more ? 'En nog ' : ''}${sessions} ${one ? 'bijeenkomst' : 'bijeenkomsten'}`;
      return `${what}. Die betaalt de gemeente helemaal. Daarvoor is geen prijs per ondernemer.`;
    },
    note: 'Inclusief btw, zoals vastgesteld bij uw aanmelding.',
  },
  history: 'Geweest of geannuleerd',
  notMarked: 'Nog niet bijgehouden',
  byYou: 'Door u geannuleerd',
  byOrganiser: 'Ging niet door',
  empty: {
    title: 'U hebt nog niets gepland',
    text: 'Zoek een bijeenkomst die past bij uw vraag. U ziet meteen wat het u kost.',
    action: 'Bekijk het aanbod',
  },
};
