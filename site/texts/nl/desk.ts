export const desk = {
  menu: 'Onderdelen',
  groups: {
    account: 'Verantwoorden',
    steer: 'Sturen',
    money: 'Geld',
    payer: 'Wie betaalt',
    programme: 'Programma',
  },
  pages: {
    quarter: 'Kwartalen',
    signals: 'Signalen',
    measures: 'Fasen en maatregelen',
    money: 'Budget en grootboek',
    aid: 'Staatssteun',
    reviews: 'Beoordelingen',
    rules: 'Regels',
    products: 'Producten',
    settings: 'Instellingen',
    history: 'Eerdere cijfers',
  },
  quarterPages: 'Over dit kwartaal',
  tabs: {
    report: 'Verslag',
    evaluation: 'Evaluatie',
    access: 'Openstelling',
    settlement: 'Afrekening',
  },
};
