import { toldAgeBands } from '../../api/language/ages.ts';
import type { Client } from '../client.ts';
import type {
  DeclarationState,
  KvkNumberState,
  Registration,
  ReviewState,
  SessionItem,
} from '../show/types.ts';
import { declarationOf } from './declaration/declarations.ts';
import { type FieldError, keyOf, type Refused } from '../forms.ts';
import { datesOf } from '../module-dates.ts';
import { mayHave } from '../answers.ts';
import { choice, textOrNone, ticked } from '../typed.ts';

/**
 * What someone does on the page of a registration: give it up, move it to another date, or make it certain with the code
 * from the mail, make the links in mails useless, declare what the rules ask, give the KVK number, ask for a review, tell
 * something of themselves, or choose the dates to wait for. `token` is that of the link in the mail, for who is not signed in.
 */
export function actOnRegistration(api: Client, id: string, values: Record<string, string>, token?: string) {
  const one = api.registrations[':id'];
  const param = { id };
  const header = { 'registration-token': token, ...keyOf(values) };
  if (values.doen === 'annuleren') return one.cancellation.$post({ param, header });
  if (values.doen === 'ruilen')
    return one.swap.$post({ param, header, json: { sessionId: values.sessie ?? '' } });
  if (values.doen === 'lidmaatschap') {
    return one.membership.$put({
      param,
      header,
      json: { answer: choice(values.lid, answers, 'rather-not'), memberOf: ticked(values, MEMBER_OF) },
    });
  }
  if (values.doen === 'achtergrond')
    return one.background.$put({ param, header, json: backgroundIn(values) });
  if (values.doen === 'verklaring')
    return one.declarations.$put({ param, header, json: declarationOf(values) });
  if (values.doen === 'kvk')
    return one['kvk-number'].$put({ param, header, json: { kvkNumber: values.kvkNumber ?? '' } });
  if (values.doen === 'beoordeling')
    return one['review-request'].$post({ param, header, json: { explanation: values.explanation ?? '' } });
  if (values.doen === 'wachten')
    return one.waits.$put({ param, header, json: { sessionIds: waitsOf(values) } });
  if (values.doen === 'links') return one['link-revocation'].$post({ param, header: keyOf(values) });
  return one.confirmation.$post({ param, header: keyOf(values), json: { code: values.code ?? '' } });
}

const WAIT = 'wacht-';
export const waitField = (sessionId: string) => `${WAIT}${sessionId}`;
/** The sessions to wait for that were ticked in a form. */
export const waitsOf = (values: Record<string, string>) => ticked(values, WAIT);

const MEMBER_OF = 'lid-van-';
export const memberOfField = (organisationId: string) => `${MEMBER_OF}${organisationId}`;
const answers = ['member', 'not-member', 'rather-not'] as const;

/** The optional question about being a member, for who has a place; null where there is nothing to ask. */
export async function membershipQuestion(api: Client, { id, status }: Registration, token?: string) {
  if (status !== 'confirmed') return null;
  const question = await mayHave(
    api.registrations[':id'].membership.$get({ param: { id }, header: { 'registration-token': token } }),
  );
  return question && question.associations.length > 0 ? question : null;
}

/** Of a whole postcode the letters stay here: the digits are enough. */
const backgroundIn = ({ ageBand, homePostcode }: Record<string, string>) => ({
  ageBand: toldAgeBands.find((band) => band === ageBand) ?? null,
  homePostcode: textOrNone(homePostcode)?.replace(/\s*[a-z]{2}$/i, '') ?? null,
});

/** What someone with a place told of themselves; null for who is not asked. */
export async function toldBackground(api: Client, { id, status }: Registration, token?: string) {
  if (status !== 'confirmed') return null;
  return mayHave(
    api.registrations[':id'].background.$get({ param: { id }, header: { 'registration-token': token } }),
  );
}

/** What can be declared with a registration, whether its KVK number is asked, and how it stands with a review. */
export async function payingOf(
  api: Client,
  id: string,
  token?: string,
): Promise<{
  declaration: DeclarationState | null;
  number: KvkNumberState | null;
  review: ReviewState | null;
}> {
  const one = api.registrations[':id'];
  const request = { param: { id }, header: { 'registration-token': token } };
  const [declaration, number, review] = await Promise.all([
    mayHave(one.declarations.$get(request)),
    mayHave(one['kvk-number'].$get(request)),
    mayHave(one['review-request'].$get(request)),
  ]);
  return { declaration, number, review };
}

/** Where the number is asked for itself it cannot be left empty, so `wrong` says otherwise what it must be. */
export function numberWorded(refused: Refused | null, wrong: string): Refused | null {
  if (refused?.values.doen !== 'kvk') return refused;
  const fields = refused.fields.map((field): FieldError =>
    field.name === 'kvkNumber' ? { ...field, code: 'explained', reason: wrong } : field,
  );
  return { ...refused, fields };
}

/** Other dates of the module with a place for who wants to move there. */
export async function otherDates(api: Client, { swappable, session }: Registration): Promise<SessionItem[]> {
  if (!swappable) return [];
  const dates = await datesOf(api, session.moduleId);
  return dates.filter(({ id, booking }) => id !== session.id && booking === 'open');
}

/** The dates that who waits can choose from: those with a queue. None where there is nothing to choose. */
export async function datesToWaitFor(api: Client, { status, session, waits }: Registration) {
  if (status !== 'waitlisted') return [];
  const dates = await datesOf(api, session.moduleId);
  const isIn = (id: string) => waits.some(({ sessionId }) => sessionId === id);
  const choice = dates.filter(({ id, booking }) => booking === 'waitlist' || isIn(id));
  return choice.length > 1 ? choice : [];
}
