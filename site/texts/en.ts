import { aanbod } from './en/aanbod.ts';
import { about } from './en/about.ts';
import { access } from './en/access.ts';
import { budgetPhases } from './en/budgetPhases.ts';
import { calendar } from './en/calendar.ts';
import { categories } from './en/categories.ts';
import { common } from './en/common.ts';
import { contributions } from './en/contributions.ts';
import { council } from './en/council.ts';
import { desk } from './en/desk.ts';
import { developers } from './en/developers.ts';
import { exports } from './en/exports.ts';
import { finance } from './en/finance.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { programmeSettings } from './en/programmeSettings.ts';
import { signals } from './en/signals.ts';
import { kinds } from './en/kinds.ts';
import { mailbox } from './en/mailbox.ts';
import { mine } from './en/mine.ts';
import { modules } from './en/modules.ts';
import { municipality } from './en/municipality.ts';
import { openData } from './en/openData.ts';
import { opening } from './en/opening.ts';
import { operator } from './en/operator.ts';
import { organisation } from './en/organisation.ts';
import { organisations } from './en/organisations.ts';
import { pictures } from './en/pictures.ts';
import { preferences } from './en/preferences.ts';
import { problems } from './en/problems.ts';
import { products } from './en/products.ts';
import { registration } from './en/registration.ts';
import { reviews } from './en/reviews.ts';
import { rules } from './en/rules.ts';
import { report } from './en/report.ts';
import { session } from './en/session.ts';
import { settlements } from './en/settlements.ts';
import { steering } from './en/steering.ts';
import { signIn } from './en/signIn.ts';
import { municipalities } from './en/municipalities.ts';
import { staff } from './en/staff.ts';
import { venues } from './en/venues.ts';
import { whatIf } from './en/whatIf.ts';
import type { Texts } from './nl.ts';

export const en: Texts = {
  access,
  budgetPhases,
  opening,
  common,
  contributions,
  kinds,
  exports,
  finance,
  home,
  aanbod,
  calendar,
  categories,
  session,
  settlements,
  registration,
  reviews,
  report,
  mine,
  openData,
  operator,
  organisation,
  organisations,
  council,
  desk,
  modules,
  municipality,
  programmeSettings,
  signals,
  history,
  signIn,
  steering,
  pictures,
  preferences,
  problems,
  mailbox,
  about,
  developers,
  products,
  rules,
  municipalities,
  staff,
  venues,
  whatIf,
};
