import type { ProblemCode } from '../../../api/http/problem.ts';

/** What only someone meets who works for an organisation or municipality. */
export const problemsAtWork = {
  'already-staff': { title: 'Deze persoon werkt hier al', text: 'U kunt de rol hieronder wijzigen.' },
  'last-administrator': {
    title: 'Er moet een beheerder blijven',
    text: 'Maak eerst iemand anders beheerder. Daarna kan dit wel.',
  },
  'invitation-ended': {
    title: 'Deze uitnodiging geldt niet meer',
    text: 'Ze is ingetrokken, afgewezen of te oud. Vraag gerust een nieuwe.',
  },
  'not-open-to-all': {
    title: 'Zo kan deze sessie niet open',
    text: 'Dit programma is voor alle ondernemers, lid of geen lid. Pas eerst de punten hieronder aan.',
  },
  'module-not-published': {
    title: 'Deze module neemt geen nieuwe sessies',
    text: 'U kunt alleen sessies maken van een module die gepubliceerd is. Kijk bij uw modules hoe deze nu staat.',
  },
  'module-not-changeable': {
    title: 'Dat kan nu niet met deze module',
    text: 'Er is niets veranderd. Misschien deed een collega net iets. Hieronder ziet u hoe de module nu staat.',
  },
  'not-a-party': {
    title: 'Uw organisatie doet niet mee aan dit programma',
    text: 'Vraag de gemeente om uw organisatie toe te voegen.',
  },
  'session-not-draft': {
    title: 'Deze sessie staat al in het aanbod',
    text: 'U kunt alleen een concept weggooien. Gaat de sessie niet door? Annuleer hem dan.',
  },
  'rules-changed': {
    title: 'Er zijn intussen andere regels bewaard',
    text: 'Iemand anders bewaarde net een nieuwe versie. Kijk die na, en bewaar daarna uw versie nog een keer.',
  },
  'quarter-not-over': {
    title: 'Dit kwartaal loopt nog',
    text: 'Afrekenen en evalueren kan vanaf de dag na de laatste dag van het kwartaal.',
  },
  'nothing-to-settle': {
    title: 'Er is niets nieuws om vast te stellen',
    text: 'Sinds de vorige afrekening is er niets veranderd. Als er later iets verandert, stelt u alleen het verschil vast.',
  },
  'billing-incomplete': {
    title: 'Er ontbreken gegevens voor de factuur',
    text: 'Vul eerst de factuurgegevens aan. Daarna kunt u het bestand ophalen.',
  },
  'attendance-too-early': {
    title: 'Het is nog te vroeg',
    text: 'Presentie bijhouden kan vanaf een uur voor het begin. Kom dan terug.',
  },
  'attendance-not-confirmed': {
    title: 'Deze aanmelding is intussen veranderd',
    text: 'Iemand heeft geannuleerd. Hieronder ziet u de lijst zoals die nu is.',
  },
  'session-not-changeable': {
    title: 'Deze sessie kunt u niet meer wijzigen',
    text: 'Wijzigen kan tot het begin, zolang de sessie doorgaat. Er is niets veranderd.',
  },
  'capacity-below-taken': {
    title: 'Er zijn al meer plaatsen bezet',
    text: 'Er is niets veranderd. Kies een hoger aantal plaatsen.',
  },
  'no-original-place': {
    title: 'Een van deze sessies was altijd al online',
    text: 'Er is niets veranderd. Kies bij die sessie zelf een plek.',
  },
  'no-phase': {
    title: 'Voor dit kwartaal is geen geld apart gezet',
    text: 'Dit kwartaal heeft geen fase. Er is dus ook niets om te verlagen of stil te zetten.',
  },
  'evaluation-needed': {
    title: 'Het kwartaal ervoor is nog niet geëvalueerd',
    text: 'Leg eerst de evaluatie van het vorige kwartaal vast. Daarna kunt u deze fase vrijgeven.',
  },
  'programme-stopped': {
    title: 'Er is besloten om te stoppen',
    text: 'De gemeente heeft besloten dat dit programma stopt. Er gaat daarom geen geld meer open.',
  },
  'phase-not-changeable': {
    title: 'Dat kan nu niet met deze fase',
    text: 'Er is niets veranderd. Misschien deed een collega het net al. Hieronder ziet u hoe de fase nu staat.',
  },
  'phase-change-in-effect': {
    title: 'Dit besluit werkt al',
    text: 'Er is niets veranderd. Ongedaan maken kan alleen zolang een besluit nog niet werkt. U kunt wel een nieuw besluit nemen.',
  },
  'phase-change-needed': {
    title: 'Een later besluit hangt hiervan af',
    text: 'Er is niets veranderd. Maak eerst het latere besluit over deze fase ongedaan.',
  },
  'quarter-not-begun': {
    title: 'Dit kwartaal moet nog beginnen',
    text: 'Een fase kan op uitgekeerd vanaf de eerste dag van haar kwartaal.',
  },
  'nothing-to-review': {
    title: 'Hier valt nu niets te beoordelen',
    text: 'Er is al besloten, of de gemeente betaalt al. Hieronder ziet u hoe het nu is.',
  },
  'decision-changed': {
    title: 'Er is intussen een nieuw besluit',
    text: 'Er is niets opgeslagen. Hieronder ziet u het nieuwste besluit. Kijk of u het daarmee eens bent.',
  },
  'organisation-not-approved': {
    title: 'Deze organisatie doet niet mee',
    text: 'De gemeente heeft haar nog niet goedgekeurd, of zij is gestopt. Vraag het de gemeente.',
  },
} satisfies Partial<Record<ProblemCode, { title: string; text: string }>>;
