import { industryWords, stageWords } from '../../../api/language/vocabularies.ts';
import type { Locale } from '../../links.ts';
import type { ModuleDetail } from '../types.ts';

/** Starten · Uitbreiden of groeien; empty for a module that is for all. */
export const stageNames = (stages: ModuleDetail['stages'], locale: Locale) =>
  stages.map((stage) => stageWords[locale][stage]).join(' · ');

/** Horeca · Markt; empty for a module that is for all. */
export const industryNames = (industries: ModuleDetail['industries'], locale: Locale) =>
  industries.map((industry) => industryWords[locale][industry]).join(' · ');
