import { aanbod } from './en/aanbod.ts';
import { about } from './en/about.ts';
import { access } from './en/access.ts';
import { calendar } from './en/calendar.ts';
import { common } from './en/common.ts';
import { desk } from './en/desk.ts';
import { developers } from './en/developers.ts';
import { home } from './en/home.ts';
import { kinds } from './en/kinds.ts';
import { mailbox } from './en/mailbox.ts';
import { mine } from './en/mine.ts';
import { municipality } from './en/municipality.ts';
import { operator } from './en/operator.ts';
import { organisation } from './en/organisation.ts';
import { preferences } from './en/preferences.ts';
import { problems } from './en/problems.ts';
import { registration } from './en/registration.ts';
import { session } from './en/session.ts';
import { signIn } from './en/signIn.ts';
import type { Texts } from './nl.ts';

export const en: Texts = {
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
