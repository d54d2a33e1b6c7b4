import type { Settings } from '../../../api/steering/settings/schema.ts';
import { money } from '../../../api/language/amounts.ts';
import { plainDate } from '../../../api/language/dates.ts';
import { list } from '../../../api/language/lists.ts';
import { count } from '../../../api/language/numbers.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import { type SettingsAnswer, thresholdNames } from './settings-form.ts';
import type { Subject } from './subjects.ts';

type Targets = Settings['quarters'][number]['targets'];
/** How many sessions of each group, as in `8 tot 12 kennissessies`; empty without targets. */
export function targetsInWords(targets: Targets, locale: Locale): string {
  const { programmeSettings, organisation } = texts(locale);
  const { range } = programmeSettings.versions;
  return targets
    .map(
      ({ group, min, max }) =>
        `${range(count(min, locale), count(max, locale))} ${organisation.groups[group].many}`,
    )
    .join(', ');
}

type Line = [label: string, value: string];

/** Settings as lines that people can read and compare: what, and what it says. Targets stand with their quarter. */
function linesOf(
  settings: Settings,
  { organisations, proposed }: SettingsAnswer,
  locale: Locale,
): Record<Exclude<Subject, 'doelen'>, Line[]> {
  const { programmeSettings: t, contributions: c, organisation, common } = texts(locale);
  const { versions: v, general: g, agreement: a, quarters: q, money: m } = t;
  const filled = (value: string | null) => value ?? v.nothing;
  const amount = (value: Settings['reserved']) =>
    value ? `${money(value.cents, locale)} ${m.bases[value.basis]}` : v.nothing;
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? id;
  return {
    basis: [
      [g.name, settings.name],
      [g.status, g.statuses[settings.status].split(':')[0]!],
      [g.creditLine, settings.creditLine],
      [g.open, settings.requiresOpenAccess ? common.yes : common.no],
      [g.reviews, settings.reviewsModules ? common.yes : common.no],
      [g.leadName, filled(settings.lead.name)],
      [g.leadUnit, filled(settings.lead.unit)],
    ],
    overeenkomst: [
      [a.signedOn, settings.agreement.signedOn ? plainDate(settings.agreement.signedOn, locale) : v.nothing],
      [a.signatory, filled(settings.agreement.signatory)],
      [a.mandate, filled(settings.agreement.mandate)],
      [a.source, filled(settings.agreement.source)],
    ],
    partijen: [
      [
        t.parties.title,
        settings.parties.length === 0
          ? v.nothing
          : list(
              settings.parties.map(
                (one) => `${nameOf(one.organisationId)} (${t.parties.roles[one.role].toLowerCase()})`,
              ),
              locale,
            ),
      ],
    ],
    geld: [
      [
        m.authorised,
        settings.authorised?.provisional
          ? `${amount(settings.authorised)}, ${m.provisional.toLowerCase()}`
          : amount(settings.authorised),
      ],
      [m.reserved, amount(settings.reserved)],
      [m.vat, m.vats[settings.vatCompensable]],
    ],
    staatssteun: [
      [m.aid, m.aids[settings.deMinimis]],
      [m.noShow, settings.paysNoShow ? common.yes : common.no],
    ],
    kwartalen: [
      [g.startsOn, plainDate(settings.startsOn, locale)],
      [g.endsOn, plainDate(settings.endsOn, locale)],
      ...settings.quarters.map(({ startsOn, endsOn, targets }, n): Line => [
        q.quarter(n + 1),
        [`${plainDate(startsOn, locale)} – ${plainDate(endsOn, locale)}`, targetsInWords(targets, locale)]
          .filter(Boolean)
          .join(', '),
      ]),
    ],
    bijdragen: settings.contributions.map(({ group, cents, vatRate }): Line => [
      `${c.title}, ${organisation.groups[group].many}`,
      c.line(money(cents, locale), c.rates[vatRate]),
    ]),
    aandacht: thresholdNames.map((name): Line => [
      t.thresholds.names[name],
      settings.thresholds[name] === null
        ? t.thresholds.proposed(proposed[name]).toLowerCase()
        : count(settings.thresholds[name], locale),
    ]),
  };
}

/** The settings about one subject as they are, for who does not change them. */
export const linesAbout = (subject: Subject, answer: SettingsAnswer, locale: Locale) =>
  linesOf(answer.settings, answer, locale)[subject === 'doelen' ? 'kwartalen' : subject].map(
    ([label, value]) => ({ label, value }),
  );

/** What changed between two versions, in words. */
export function changesBetween(
  before: Settings,
  after: Settings,
  around: SettingsAnswer,
  locale: Locale,
): string[] {
  const t = texts(locale).programmeSettings.versions;
  const linesBy = (settings: Settings) => new Map(Object.values(linesOf(settings, around, locale)).flat());
  const [was, is] = [linesBy(before), linesBy(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label) => {
    const [old, fresh] = [was.get(label) ?? t.nothing, is.get(label) ?? t.nothing];
    return old === fresh ? [] : [t.was(label, old, fresh)];
  });
}
