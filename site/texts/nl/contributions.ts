export const contributions = {
  title: 'Bijdrage per sessie',
  amount: (group: string): string => `${group}, exclusief btw`,
  amountHint: 'In euro’s, bijvoorbeeld 1.500.',
  rate: (group: string): string => `${group}: btw`,
  rates: {
    '21': '21% btw',
    '9': '9% btw',
    '0': '0% btw',
    exempt: 'vrijgesteld van btw',
    unknown: 'btw niet bekend',
  },
  line: (amount: string, rate: string): string => `${amount} exclusief btw, ${rate}`,
  own: {
    title: 'Bijdrage van de gemeente',
    one: (exVat: string, inclVat: string): string =>
      `De gemeente betaalt ${exVat} voor deze sessie, exclusief btw. Met btw is dat ${inclVat}.`,
    noVat: (amount: string): string =>
      `De gemeente betaalt ${amount} voor deze sessie. Daar komt geen btw bij.`,
    notPromised: (amount: string): string =>
      `Voor deze sessie staat ${amount}, exclusief btw. De gemeente heeft dat nog niet toegezegd.`,
    draft: 'Het bedrag staat vast zodra u publiceert.',
    perModule: 'De gemeente betaalt voor een hele sessie, exclusief btw:',
    set: 'De gemeente bepaalt deze bedragen. U kunt ze niet wijzigen.',
    full: (exVat: string): string =>
      `Voor deze sessie is ${exVat} nodig, exclusief btw. Wilt u deze datum houden? Overleg dan met de gemeente.`,
  },
};
