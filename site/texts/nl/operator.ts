import type { MailJob } from '../../../api/mail/jobs/mail-job.ts';

type Kinds = Record<MailJob['kind'], string>;

export const operator = {
  title: 'Mails die niet weg konden',
  lead: 'Deze mails zijn meermalen geprobeerd en toen opzijgelegd. Los eerst de oorzaak op. Probeer ze dan opnieuw.',
  more: (shown: number): string =>
    `Dit zijn de oudste ${shown}. Er liggen er meer: die ziet u hier zodra deze weg zijn.`,
  none: 'Alle mails zijn weg',
  noneText: 'Er ligt niets opzij.',
  queuedAt: (moment: string): string => `Aangeboden op ${moment}`,
  failedAt: (moment: string): string => `Opgegeven op ${moment}`,
  reason: 'Oorzaak',
  tries: (tries: number): string => (tries === 1 ? '1 keer geprobeerd' : `${tries} keer geprobeerd`),
  again: 'Probeer opnieuw',
  done: 'De mail gaat opnieuw weg',
  doneText: 'Klopt de inhoud intussen niet meer? Dan sturen wij de mail niet.',
  kinds: {
    signIn: 'Inloggen',
    invitation: 'Uitnodiging om mee te werken',
    staffChanged: 'Medewerkers veranderd',
    confirm: 'Plaats bevestigen',
    tried: 'Nog een aanmelding met een adres',
    confirmed: 'Bevestiging',
    swapped: 'Op een andere datum',
    waitlisted: 'Wachtlijst',
    offer: 'Plaats vrij',
    moved: 'Verplaatst',
    cancelled: 'Geannuleerd',
    reminder: 'Herinnering',
    thanks: 'Bedankje',
    stillWaiting: 'Datum vervallen, wacht verder',
    offerExpired: 'Plaats vervallen',
    measure: 'Maatregel in een programma',
    measureUndone: 'Maatregel die niet doorgaat',
    organisationDecided: 'Aanmelding van een organisatie',
    digest: 'Overzicht van de week',
    decision: 'Besluit over wie betaalt',
    reviewOutcome: 'Uitkomst van een beoordeling',
    kvkNumber: 'Vraag om het KVK-nummer',
    signal: 'Signaal',
  } satisfies Kinds as Kinds,
};
