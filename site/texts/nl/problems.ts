import type { FieldCode, ProblemCode } from '../../../api/http/problem.ts';
import { fieldWords } from './fields.ts';
import { problemsAtWork } from './problemsAtWork.ts';

type Words = { title: string; text: string };

const codes: Record<ProblemCode, Words> = {
  ...problemsAtWork,
  'invalid-input': {
    title: 'Er klopt nog iets niet',
    text: 'Kijk de punten hieronder na en probeer het nog een keer.',
  },
  'malformed-json': {
    title: 'Dit konden we niet lezen',
    text: 'Probeer het nog een keer. Lukt het weer niet? Bel ons.',
  },
  'code-wrong': {
    title: 'Deze code klopt niet',
    text: 'Kijk nog eens in uw mail en vul de 6 cijfers in. Gebruik de nieuwste mail.',
  },
  'code-expired': {
    title: 'Deze link of code werkt niet meer',
    text: 'Een link of code werkt één keer en maar even. Vraag gerust een nieuwe aan.',
  },
  'not-signed-in': { title: 'Log eerst in', text: 'Daarna komt u vanzelf op deze pagina terug.' },
  'not-allowed': {
    title: 'Dit hoort niet bij uw account',
    text: 'Log in met een ander e-mailadres. Klopt er iets niet? Bel ons, dan zoeken we het uit.',
  },
  'cross-site': {
    title: 'Voor de zekerheid hebben we dit niet gedaan',
    text: 'De opdracht kwam van een andere website. Open de pagina opnieuw en probeer het daar.',
  },
  'not-found': {
    title: 'Dit vinden we niet',
    text: 'Misschien is het weggehaald, of klopt het adres niet helemaal. Kijk in het aanbod of bel ons.',
  },
  'method-not-allowed': { title: 'Dit kan hier niet', text: 'Ga terug en probeer het nog een keer.' },
  'session-past': {
    title: 'Deze bijeenkomst is al begonnen',
    text: 'Aanmelden kan niet meer. Kijk in het aanbod wanneer de volgende is.',
  },
  'session-cancelled': {
    title: 'Deze bijeenkomst gaat niet door',
    text: 'Kijk in het aanbod of er een andere is die bij u past.',
  },
  'booking-not-open': {
    title: 'Aanmelden kan nog niet',
    text: 'Op de pagina van de bijeenkomst staat vanaf wanneer het kan.',
  },
  'booking-closed': {
    title: 'Aanmelden kan niet meer',
    text: 'De aanmelding is gesloten. Wilt u toch graag komen? Bel ons.',
  },
  'session-full': {
    title: 'Deze datum is vol',
    text: 'Er is geen plaats vrij. Kies een andere datum, of bel ons.',
  },
  'business-has-place': {
    title: 'Uw bedrijf is al aangemeld',
    text: 'Per bedrijf (KVK-nummer) is er een vast aantal plaatsen, en die zijn vergeven. Wilt u ruilen met uw collega? Bel ons.',
  },
  'already-registered': {
    title: 'Er is al een aanmelding',
    text: 'Voor deze bijeenkomst is er al een aanmelding. U hoeft niets meer te doen.',
  },
  'place-lapsed': {
    title: 'Uw plaats is vrijgegeven',
    text: 'De tijd om te bevestigen was voorbij. Meld u opnieuw aan: misschien is er nog plaats.',
  },
  'registration-ended': {
    title: 'Deze aanmelding is al gestopt',
    text: 'U hoeft niets meer te doen. Wilt u toch komen? Meld u dan opnieuw aan.',
  },
  'registration-changed': {
    title: 'Uw aanmelding veranderde net',
    text: 'Hieronder ziet u hoe die nu is. Klopt het niet? Probeer het dan nog een keer.',
  },
  'places-reserved': {
    title: 'De laatste plaatsen zijn gereserveerd',
    text: 'De plaatsen die er nog zijn, zijn nu voor ondernemers die geen lid zijn van een ondernemersvereniging. Kies een andere datum, of kijk kort voor de bijeenkomst nog eens.',
  },
  'members-only': {
    title: 'Deze bijeenkomst is alleen voor leden',
    text: 'Wij vinden uw e-mailadres of KVK-nummer niet op de ledenlijst. Bent u wel lid? Vraag het uw vereniging.',
  },
  'booking-code-wrong': {
    title: 'Voor deze bijeenkomst hebt u een code nodig',
    text: 'U krijgt de code van de organisator. Kijk of u de goede code hebt ingevuld.',
  },
  'booked-elsewhere': {
    title: 'Aanmelden gaat via de organisator',
    text: 'Op de pagina van de bijeenkomst staat de link naar de website waar u zich aanmeldt.',
  },
  'place-not-certain': {
    title: 'Uw plaats is nog niet bevestigd',
    text: 'Deze vraag is voor wie al een plaats heeft. U hoeft niets in te vullen.',
  },
  'budget-full': {
    title: 'Het budget van deze periode is op',
    text: 'De gemeente heeft voor deze periode geen geld meer. Kies een andere datum, of bel ons.',
  },
  'too-late-to-cancel': {
    title: 'Annuleren of ruilen kan niet meer',
    text: 'Het is te kort voor het begin, of de bijeenkomst is al begonnen. Kunt u niet komen? Bel ons, dan regelen we het.',
  },
  'swap-needs-place': {
    title: 'U hebt nog geen plaats om te ruilen',
    text: 'Meld u aan voor de andere datum. U blijft hier op de wachtlijst tot u daar af gaat.',
  },
  'not-waiting': {
    title: 'U staat niet op een wachtlijst',
    text: 'Kiezen op welke datums u wacht, kan alleen als u op een wachtlijst staat.',
  },
  'other-module': {
    title: 'Dat is een andere bijeenkomst',
    text: 'Ruilen kan alleen met een andere datum van dezelfde bijeenkomst. Meld u voor de andere gewoon aan.',
  },
  'idempotency-key-reused': {
    title: 'Dit formulier was al verstuurd, met iets anders erin',
    text: 'Wat u toen verstuurde is goed aangekomen. Wilt u dit ook versturen? Druk dan nog een keer op de knop.',
  },
  'aid-ceiling': {
    title: 'Dit is meer staatssteun dan mag',
    text: 'Met deze plaats komt het bedrijf boven het maximum van de wet. De gemeente mag dan niets betalen, ook niet een deel.',
  },
  'kvk-number-settled': {
    title: 'Uw KVK-nummer is niet meer nodig',
    text: 'De gemeente betaalt al voor u. U hoeft niets te doen.',
  },
  'review-requested': {
    title: 'U vroeg dit al',
    text: 'Uw vraag ligt bij de gemeente. Een medewerker kijkt ernaar. U krijgt een mail als er een besluit is.',
  },
  'changed-meanwhile': {
    title: 'Iemand anders heeft dit net gewijzigd',
    text: 'Er is niets opgeslagen. Open de pagina opnieuw, kijk wat er anders is, en doe uw wijziging nog een keer.',
  },
  'too-many-applications': {
    title: 'Wij kijken al naar drie aanmeldingen van u',
    text: 'Wacht tot de gemeente daarover besluit. Daarna kunt u zich opnieuw aanmelden.',
  },
  'too-large': {
    title: 'Dit is te groot',
    text: 'Een bestand mag hoogstens 5 MB zijn. Is het een tekst? Maak die korter en probeer het nog een keer.',
  },
  'unsupported-media-type': {
    title: 'Dit konden we niet lezen',
    text: 'Probeer het nog een keer. Lukt het weer niet? Bel ons.',
  },
  'too-many-attempts': {
    title: 'Even wachten',
    text: 'Er zijn kort na elkaar veel mails aangevraagd. Wacht een kwartier en probeer het dan opnieuw.',
  },
  'too-many-questions': {
    title: 'Even wachten',
    text: 'U hebt in korte tijd veel bedrijven opgezocht. Probeer het over een uur opnieuw. U kunt zich wel aanmelden: dan zoeken wij uw bedrijf op als u de aanmelding bevestigt.',
  },
  internal: {
    title: 'Er ging iets mis bij ons',
    text: 'Het ligt niet aan u. Probeer het over een paar minuten nog een keer, of bel ons.',
  },
  unavailable: {
    title: 'De site is even niet bereikbaar',
    text: 'Het ligt niet aan u. Wacht een minuut en probeer het nog een keer.',
  },
};

export const problems = {
  of: (code: ProblemCode): Words => codes[code],
  /** The words at one field and in the summary above the form. */
  field: ({
    name,
    code,
    reason,
    about,
  }: {
    name: string;
    code: FieldCode;
    reason?: string;
    about?: string[];
  }): string =>
    [
      (code === 'explained' && reason) || fieldWords(name, code),
      ...(about?.length ? [`Het gaat om: ${about.join('; ')}.`] : []),
    ].join(' '),
};
