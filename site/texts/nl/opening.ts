export const opening = {
  notReady: (blocking: number): string =>
    blocking === 1
      ? 'Nog 1 ding nodig voordat dit programma open kan'
      : `Nog ${blocking} dingen nodig voordat dit programma open kan`,
  ready: 'Dit programma kan open',
  readyText: 'Zet bij de instellingen de stand op ‘Loopt’. Wat hieronder staat, kan ook later.',
  weights: { blocking: 'Nodig', advice: 'Advies' },
  pages: {
    quarters: 'Maak kwartalen',
    parties: 'Kies de partijen',
    authorised: 'Vul het bedrag in',
    phases: 'Verdeel het geld',
    rules: 'Kies de regels',
    contributions: 'Vul de bedragen in',
    targets: 'Vul de aantallen in',
    modules: 'Naar het aanbod',
    agreement: 'Vul de datum in',
    lead: 'Vul de trekker in',
  },
};
