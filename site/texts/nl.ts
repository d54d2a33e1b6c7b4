import { aanbod } from './nl/aanbod.ts';
import { about } from './nl/about.ts';
import { access } from './nl/access.ts';
import { budgetPhases } from './nl/budgetPhases.ts';
import { calendar } from './nl/calendar.ts';
import { categories } from './nl/categories.ts';
import { common } from './nl/common.ts';
import { contributions } from './nl/contributions.ts';
import { council } from './nl/council.ts';
import { desk } from './nl/desk.ts';
import { developers } from './nl/developers.ts';
import { exports } from './nl/exports.ts';
import { finance } from './nl/finance.ts';
import { history } from './nl/history.ts';
import { home } from './nl/home.ts';
import { programmeSettings } from './nl/programmeSettings.ts';
import { signals } from './nl/signals.ts';
import { kinds } from './nl/kinds.ts';
import { mailbox } from './nl/mailbox.ts';
import { mine } from './nl/mine.ts';
import { modules } from './nl/modules.ts';
import { municipality } from './nl/municipality.ts';
import { openData } from './nl/openData.ts';
import { opening } from './nl/opening.ts';
import { operator } from './nl/operator.ts';
import { organisation } from './nl/organisation.ts';
import { organisations } from './nl/organisations.ts';
import { pictures } from './nl/pictures.ts';
import { preferences } from './nl/preferences.ts';
import { problems } from './nl/problems.ts';
import { products } from './nl/products.ts';
import { registration } from './nl/registration.ts';
import { reviews } from './nl/reviews.ts';
import { rules } from './nl/rules.ts';
import { report } from './nl/report.ts';
import { session } from './nl/session.ts';
import { settlements } from './nl/settlements.ts';
import { steering } from './nl/steering.ts';
import { signIn } from './nl/signIn.ts';
import { municipalities } from './nl/municipalities.ts';
import { staff } from './nl/staff.ts';
import { venues } from './nl/venues.ts';
import { whatIf } from './nl/whatIf.ts';

export const nl = {
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

export type Texts = typeof nl;
