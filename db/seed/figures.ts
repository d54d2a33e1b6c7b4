import type { figureBatches, figures } from '../schema/figures.ts';
import { momentOf } from './calendar.ts';
import { programmeId } from './programme-rows.ts';
import { idOf } from './random.ts';

type Row = typeof figures.$inferInsert;
type Given = Pick<Row, 'code' | 'label' | 'value'> & Partial<Row>;

const source = 'Gemeente Amsterdam, Tussenevaluatie Actieplan Veerkracht 2021-2022, 5-11-2021';
const dashboard = { asOf: '2021-09-13', period: 'november 2020 tot en met 13 september 2021' };

const routes: Given[] = [
  { code: 'uniek', label: 'Unieke ondernemers, alle routes', value: 3800, unit: 'ondernemers', page: '7' },
  { code: 'loondienst', label: 'Loondienstroute, intakegesprek gevoerd', value: 1513, page: '10' },
  { code: 'ondernemers', label: 'Ondernemersroute, intakegesprek gevoerd', value: 1613, page: '14' },
  { code: 'de-escalatie', label: 'De-escalatieroute, ondersteuning gekregen', value: 1016, page: '18' },
  {
    code: 'loondienst',
    label: 'Loondienstroute, in de samenvatting',
    value: 1800,
    unit: 'gesprekken',
    breakdown: 'route',
    page: '5',
    note: 'De samenvatting schrijft ‘ongeveer’ en telt gesprekken, geen ondernemers. Zij noemt geen peildatum: dit is die van het dashboard.',
  },
  { code: 'afgerond', label: 'Ondernemersroute, dienstverlening afgerond', value: 739, page: '14' },
  {
    code: 'afgerond',
    label: 'Ondernemersroute, afgerond, in de samenvatting',
    value: 750,
    page: '5',
    note: 'De samenvatting schrijft ‘ongeveer’.',
  },
].map((row) => ({
  unit: 'ondernemers',
  ...row,
  ...(['1513', '1613', '1016'].includes(String(row.value)) && { partOf: 'uniek', breakdown: 'route' }),
}));

const instruments: Given[] = [
  ['intake', 'Intake/adviesgesprek', 1651],
  ['verkort', 'Verkort coachingstraject', 694],
  ['workshop', 'Workshop', 393],
  ['verlengd', 'Verlengd coachingstraject', 134],
  ['werksessie', '1-op-1 werksessie', 90],
  ['beeindigen', 'Coachingstraject beëindigen bedrijf', 3],
].map(([code, label, value]) => ({
  code: code as string,
  label: label as string,
  value: value as number,
  unit: 'ingezette instrumenten',
  page: '14, figuur 8',
  ...(code === 'intake' && {
    note: 'Dit zijn er 38 meer dan de 1.613 unieke ondernemers: iemand kan vaker een intake hebben.',
  }),
}));

const grades: Given[] = [
  {
    code: 'cijfer',
    label: 'Rapportcijfer, alle routes',
    value: 7.2,
    page: '9',
    note: 'Gewogen naar het aantal antwoorden zou het 7,28 zijn. Hoe het gemiddelde is gemaakt, staat er niet bij.',
  },
  { code: 'cijfer-loondienst', label: 'Rapportcijfer, loondienstroute', value: 7.2, page: '11' },
  { code: 'cijfer-ondernemers', label: 'Rapportcijfer, ondernemersroute', value: 7.4, page: '15' },
  { code: 'cijfer-de-escalatie', label: 'Rapportcijfer, de-escalatieroute', value: 6.9, page: '19' },
].map((row) => ({ unit: 'cijfer van 1 tot 10', ...row }));

const answers: Given[] = [
  { code: 'respons', label: 'Respons', value: 26, unit: '% van wie is gevraagd', page: '6' },
  { code: 'n-loondienst', label: 'Antwoorden, loondienstroute', value: 213, page: '12' },
  { code: 'n-ondernemers', label: 'Antwoorden, ondernemersroute', value: 385, page: '16' },
  { code: 'n-de-escalatie', label: 'Antwoorden, de-escalatieroute', value: 77, page: '20' },
  {
    code: 'uitgenodigd',
    label: 'Gevraagd om mee te doen',
    value: null,
    unit: 'ondernemers',
    page: '6',
    note: 'Het document noemt het aantal niet. Met 675 antwoorden en 26% zouden het er ongeveer 2.600 zijn.',
  },
].map((row) => ({ unit: 'antwoorden', ...row }));

/** Figure 7 as printed: the axis says numbers of people, but the values fit better as percentages. */
const applied: Given[] = [
  ['kansen', 'Nieuwe kansen gaan verkennen', 32],
  ['arbeidsmarkt', 'Oriënteren op de arbeidsmarkt', 31],
  ['solliciteren', 'Gaan solliciteren', 25],
  ['doorgaan', 'Kritisch bekeken of ik met mijn bedrijf door moet', 17],
  ['netwerk', 'Mijn netwerk vergroot', 15],
  ['anders', 'Anders', 14],
  ['bedrijfsvoering', 'Eens goed naar mijn bedrijfsvoering gekeken', 13],
  ['niet-toegepast', 'De ondersteuning niet kunnen toepassen', 10],
  ['nog-niet', 'Nog niet toegepast, wil dit wel gaan doen', 9],
  ['klanten', 'Op een andere manier klanten gaan benaderen', 7],
  ['weet-niet', 'Weet ik niet, geen antwoord', 7],
  ['overzicht', 'Overzicht gaan houden over mijn financiën', 5],
  ['plan', 'Een plan gemaakt voor mijn betalingsachterstanden', 3],
].map(([code, label, value], n) => ({
  code: code as string,
  label: label as string,
  value: value as number,
  unit: 'volgens de grafiek: respondenten',
  breakdown: 'antwoord, loondienstroute (N = 213)',
  page: '13, figuur 7',
  ...(n === 0 && {
    note: 'De waarden zijn samen 188 op 213 respondenten, die meer antwoorden mochten geven. Waarschijnlijk zijn het procenten.',
  }),
}));

/** The source names months, and no day: sent in July, reported in August. */
const survey = { asOf: '2021-07', period: 'KTO uitgezet in juli 2021, rapport van augustus 2021' };
const datasets: [dataset: string, about: Partial<Row>, rows: Given[]][] = [
  ['Bereik van Veerkracht', dashboard, routes],
  ['Ingezette instrumenten ondernemersroute', dashboard, instruments],
  ['Klanttevredenheid (KTO): cijfers', survey, grades],
  ['Klanttevredenheid (KTO): respons', survey, answers],
  ['Klanttevredenheid (KTO): praktisch toegepast', survey, applied],
];

const programme = programmeId('onderneemvaardig');
const batchId = idOf('figures/veerkracht');

export const figureBatchRows: (typeof figureBatches.$inferInsert)[] = [
  {
    id: batchId,
    programmeId: programme,
    name: 'Tussenevaluatie Actieplan Veerkracht',
    importedAt: momentOf('2021-11-08', '09:00'),
  },
];

export const figureRows: Row[] = datasets
  .flatMap(([dataset, about, rows]) => rows.map((row) => ({ dataset, ...about, ...row })))
  .map((row, position) => ({
    period: null,
    breakdown: null,
    partOf: null,
    note: null,
    ...row,
    id: idOf(`figure/veerkracht/${position}`),
    batchId,
    position,
    source,
  })) as Row[];
