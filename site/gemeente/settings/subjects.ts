import type { Settings } from '../../../api/steering/settings/schema.ts';
import { paths } from '../../../api/language/paths.ts';
import type { SettingsAnswer } from './settings-form.ts';

/** The settings by what they are about. Each has a page of its own, by this name in its address. */
const subjects = [
  'basis',
  'kwartalen',
  'doelen',
  'partijen',
  'overeenkomst',
  'geld',
  'bijdragen',
  'staatssteun',
  'aandacht',
] as const;
export type Subject = (typeof subjects)[number];

/** Only a programme that pays for sessions as a whole says how much. */
export const subjectsFor = ({ programme }: SettingsAnswer): Subject[] =>
  subjects.filter((one) => one !== 'bijdragen' || programme.funding === 'perSession');

export const subjectPath = (slug: string, subject: Subject) => paths.programme.settingsPart(slug, subject);

const homes: Record<keyof Settings, Subject> = {
  name: 'basis',
  status: 'basis',
  creditLine: 'basis',
  requiresOpenAccess: 'basis',
  reviewsModules: 'basis',
  lead: 'basis',
  startsOn: 'kwartalen',
  endsOn: 'kwartalen',
  quarters: 'kwartalen',
  parties: 'partijen',
  agreement: 'overeenkomst',
  authorised: 'geld',
  reserved: 'geld',
  vatCompensable: 'geld',
  contributions: 'bijdragen',
  deMinimis: 'staatssteun',
  paysNoShow: 'staatssteun',
  thresholds: 'aandacht',
};

/** Where a fault of the API is put right; null for what stands on every page. */
export function subjectOf(fault: string): Subject | null {
  const [root, setting, , rest] = fault.split('.');
  if (root !== 'settings') return null;
  return setting === 'quarters' && rest === 'targets' ? 'doelen' : homes[setting as keyof Settings];
}
