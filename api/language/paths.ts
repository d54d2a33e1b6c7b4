type ParamsOf<Route extends string> = Route extends `${string}[${infer Name}]${infer Rest}`
  ? [Name extends 'kwartaal' ? number | string : string, ...ParamsOf<Rest>]
  : [];

/** The address of a page from what its route asks for, in that order. */
function page<const Route extends string>(route: Route) {
  const raw = route.split(/\[\w+\]/);
  const address = (...params: ParamsOf<Route>) => String.raw({ raw }, ...params.map(encodeURIComponent));
  return Object.assign(address, { route });
}

/**
 * Every page and file for people, by the name of its file in `site/pages`. Dutch addresses, from the root: the language
 * and the host are added by who needs them.
 */
export const paths = {
  home: page('/'),
  privacy: page('/privacy'),
  accessibility: page('/toegankelijkheid'),
  away: page('/even-niet'),
  tooLarge: page('/te-groot'),
  apiDocs: page('/api/v1/docs'),
  /** The style sheet with the colours of a municipality. */
  colours: page('/kleuren/[kleuren].css'),

  signIn: page('/inloggen'),
  signInCode: page('/inloggen/code'),
  signInLink: page('/inloggen/[token]'),
  signOut: page('/uitloggen'),

  offer: page('/aanbod'),
  offerCalendar: page('/agenda.ics'),
  module: page('/aanbod/[slug]'),
  session: page('/sessies/[id]'),
  sessionCalendar: page('/sessies/[id]/agenda.ics'),
  booking: page('/sessies/[id]/aanmelden'),
  organisationPage: page('/organisaties/[slug]'),
  organisationCalendar: page('/organisaties/[slug]/agenda.ics'),

  invitation: page('/uitnodiging/[id]'),
  /** Asking to offer something oneself. */
  application: page('/zelf-aanbieden'),

  confirmation: page('/bevestigen/[token]'),
  registration: page('/aanmeldingen/[id]'),
  appointment: page('/aanmeldingen/[id]/afspraak.ics'),
  /** The same for who is not signed in, from a mail. */
  registrationLink: page('/aanmeldingen/[id]/[token]'),
  appointmentLink: page('/aanmeldingen/[id]/[token]/afspraak.ics'),

  mine: {
    registrations: page('/mijn'),
    calendar: page('/mijn/agenda'),
    preferences: page('/mijn/voorkeuren'),
  },
  personalCalendar: page('/agenda/[secret].ics'),
  unsubscribe: page('/mail-uit/[token]'),

  organisation: {
    desk: page('/organisatie'),
    signals: page('/organisatie/signalen'),
    roster: page('/organisatie/leden'),
    profile: page('/organisatie/gegevens'),
    billing: page('/organisatie/factuurgegevens'),
    staff: page('/organisatie/mensen'),
    settlement: page('/organisatie/afrekening/[programma]/[kwartaal]'),
    newSession: page('/organisatie/sessies/nieuw'),
    session: page('/organisatie/sessies/[id]'),
    draft: page('/organisatie/sessies/[id]/concept'),
    copy: page('/organisatie/sessies/[id]/kopie'),
    access: page('/organisatie/sessies/[id]/openstelling'),
    modules: page('/organisatie/modules'),
    newModule: page('/organisatie/modules/nieuw'),
    module: page('/organisatie/modules/[slug]'),
    modulePreview: page('/organisatie/modules/[slug]/voorbeeld'),
    venues: page('/organisatie/locaties'),
  },

  municipality: {
    desk: page('/gemeente'),
    newProgramme: page('/gemeente/nieuw'),
    staff: page('/gemeente/mensen'),
    contacts: page('/gemeente/contact'),
    districts: page('/gemeente/wijken'),
    organisations: page('/gemeente/organisaties'),
    organisation: page('/gemeente/organisaties/[slug]'),
    organisationStaff: page('/gemeente/organisaties/[slug]/mensen'),
    modules: page('/gemeente/modules'),
    module: page('/gemeente/modules/[slug]'),
  },
  programme: {
    desk: page('/gemeente/[programma]'),
    calendar: page('/gemeente/[programma]/kalenderkwartalen'),
    signals: page('/gemeente/[programma]/signalen'),
    measures: page('/gemeente/[programma]/maatregelen'),
    phases: page('/gemeente/[programma]/fasen'),
    money: page('/gemeente/[programma]/geld'),
    ledger: page('/gemeente/[programma]/grootboek'),
    ledgerFile: page('/gemeente/[programma]/grootboek.csv'),
    billing: page('/gemeente/[programma]/factuurgegevens'),
    aid: page('/gemeente/[programma]/staatssteun'),
    aidFile: page('/gemeente/[programma]/staatssteun.csv'),
    reviews: page('/gemeente/[programma]/beoordelingen'),
    review: page('/gemeente/[programma]/beoordelingen/[id]'),
    rules: page('/gemeente/[programma]/regels'),
    products: page('/gemeente/[programma]/producten'),
    settings: page('/gemeente/[programma]/instellingen'),
    settingsPart: page('/gemeente/[programma]/instellingen/[onderdeel]'),
    settingsVersions: page('/gemeente/[programma]/instellingen/versies'),
    history: page('/gemeente/[programma]/geschiedenis'),
    historyTemplate: page('/gemeente/[programma]/geschiedenis/sjabloon.csv'),
  },
  quarter: {
    report: page('/gemeente/[programma]/[kwartaal]'),
    reportSheets: page('/gemeente/[programma]/[kwartaal]/verslag.xlsx'),
    reportCsv: page('/gemeente/[programma]/[kwartaal]/verslag.csv'),
    reportJson: page('/gemeente/[programma]/[kwartaal]/verslag.json'),
    councilReport: page('/gemeente/[programma]/[kwartaal]/raadsverslag'),
    compare: page('/gemeente/[programma]/[kwartaal]/vergelijken'),
    evaluation: page('/gemeente/[programma]/[kwartaal]/evaluatie'),
    access: page('/gemeente/[programma]/[kwartaal]/openstelling'),
    settlement: page('/gemeente/[programma]/[kwartaal]/afrekening'),
    settlementFile: page('/gemeente/[programma]/[kwartaal]/afrekening.csv'),
    invoice: page('/gemeente/[programma]/[kwartaal]/afrekening/[organisatie].xml'),
  },

  openData: {
    all: page('/open-data'),
    catalogue: page('/open-data/dcat.jsonld'),
    programme: page('/open-data/[programma]'),
    csv: page('/open-data/[programma]/cijfers.csv'),
    json: page('/open-data/[programma]/cijfers.json'),
  },

  operator: {
    desk: page('/beheer'),
    municipality: page('/beheer/gemeenten/[id]'),
    mails: page('/beheer/mail'),
    industries: page('/beheer/branches'),
  },
  dev: {
    mailbox: page('/dev/mailbox'),
    mail: page('/dev/mailbox/[id]'),
    components: page('/dev/componenten'),
  },
};
