import { money } from '../../../api/language/amounts.ts';
import { plainDate } from '../../../api/language/dates.ts';
import { list } from '../../../api/language/lists.ts';
import { targetGroups } from '../../../api/language/vocabularies.ts';
import type { Settings } from '../../../api/steering/settings/schema.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import type { SettingsAnswer } from './settings-form.ts';
import { targetsInWords } from './settings-lines.ts';
import type { Subject } from './subjects.ts';

/** What a subject of the settings is now, in one line. */
export function summaryOf(
  subject: Subject,
  { settings, organisations }: SettingsAnswer,
  locale: Locale,
): string {
  const { programmeSettings: t, organisation } = texts(locale);
  const s = t.summaries;
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? id;
  const day = (date: string) => plainDate(date, locale);
  switch (subject) {
    case 'basis':
      return [
        t.general.statuses[settings.status].split(':')[0]!,
        settings.requiresOpenAccess ? s.open : s.notOpen,
        settings.lead.name ? s.lead(settings.lead.name) : s.noLead,
      ].join(', ');
    case 'kwartalen':
      return s.days(day(settings.startsOn), day(settings.endsOn), settings.quarters.length);
    case 'doelen':
      return targetsInWords(allTargets(settings), locale) || s.none;
    case 'partijen':
      return (
        list(
          settings.parties.map(({ organisationId }) => nameOf(organisationId)),
          locale,
        ) || s.none
      );
    case 'overeenkomst': {
      const { signedOn, signatory } = settings.agreement;
      return signedOn ? s.signed(day(signedOn), signatory) : s.notSigned;
    }
    case 'geld': {
      const amount = (one: Settings['reserved']) => (one ? money(one.cents, locale) : s.unknown);
      return s.money(amount(settings.authorised), amount(settings.reserved));
    }
    case 'bijdragen':
      return (
        settings.contributions
          .map(({ group, cents }) => `${organisation.groups[group].title}: ${money(cents, locale)}`)
          .join(', ') || s.none
      );
    case 'staatssteun':
      return [s.aids[settings.deMinimis], settings.paysNoShow ? s.noShowPaid : s.noShowUnpaid].join(', ');
    case 'aandacht':
      return s.own(Object.values(settings.thresholds).filter((value) => value !== null).length);
  }
}

/** The targets of all quarters together. */
const allTargets = ({ quarters }: Settings) =>
  targetGroups.flatMap((group) => {
    const targets = quarters.flatMap((quarter) => quarter.targets.filter((one) => one.group === group));
    const sum = (end: 'min' | 'max') => targets.reduce((all, target) => all + target[end], 0);
    return targets.length === 0 ? [] : [{ group, min: sum('min'), max: sum('max') }];
  });
