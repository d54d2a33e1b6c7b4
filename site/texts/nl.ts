import { aanbod } from './nl/aanbod.ts';
import { about } from './nl/about.ts';
import { access } from './nl/access.ts';
import { calendar } from './nl/calendar.ts';
import { common } from './nl/common.ts';
import { desk } from './nl/desk.ts';
import { developers } from './nl/developers.ts';
import { home } from './nl/home.ts';
import { kinds } from './nl/kinds.ts';
import { mailbox } from './nl/mailbox.ts';
import { mine } from './nl/mine.ts';
import { municipality } from './nl/municipality.ts';
import { operator } from './nl/operator.ts';
import { organisation } from './nl/organisation.ts';
import { preferences } from './nl/preferences.ts';
import { problems } from './nl/problems.ts';
import { registration } from './nl/registration.ts';
import { session } from './nl/session.ts';
import { signIn } from './nl/signIn.ts';

export const nl = {
  access,
  common,
  kinds,
  home,
  aanbod,
  calendar,
  session,
  registration,
  mine,
  operator,
  organisation,
  desk,
  municipality,
  signIn,
  preferences,
  problems,
  mailbox,
  about,
  developers,
};

export type Texts = typeof nl;
