import type { Client } from '../../client.ts';
import { type FieldError, keyOf } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import { choice, moment, ticked, wholeNumber } from '../../typed.ts';
import { deliveryModes } from '../../../api/language/vocabularies.ts';

type Values = Record<string, string>;

/** What an organiser changes on the page of a session; null when the form was about something else. */
export function changeSession(api: Client, id: string, values: Values): Promise<Response> | null {
  const param = { id };
  switch (values.intent) {
    case 'moment':
      return api.sessions[':id'].$patch({ param, json: momentAndPlace(values) });
    case 'places':
      return api.sessions[':id'].$patch({ param, json: places(values) });
    case 'cancelled':
      return api.sessions[':id'].cancellation.$post({ param, header: keyOf(values) });
    case 'back':
      return api.me.sessions.back.$post({ header: keyOf(values), json: { sessionIds: [id] } });
    default:
      return null;
  }
}

const places = ({ capacity, reservedPlaces, reservedDays }: Values) => ({
  capacity: wholeNumber(capacity),
  ...(reservedPlaces !== undefined && { reservedPlaces: wholeNumber(reservedPlaces) ?? 0 }),
  ...(reservedDays !== undefined && { reservedDays: wholeNumber(reservedDays) ?? 0 }),
});

function momentAndPlace({ date = '', startTime = '', endTime = '', ...values }: Values) {
  const { deliveryMode, venueId, onlineUrl = '' } = values;
  const mode = choice(deliveryMode, deliveryModes, 'onLocation');
  return {
    startsAt: moment(date, startTime),
    endsAt: moment(date, endTime),
    deliveryMode: mode,
    ...(venueId && mode !== 'online' && { venueId }),
    onlineUrl: mode === 'onLocation' ? '' : onlineUrl,
  } as const;
}

const fieldOf: Record<string, string> = { startsAt: 'date', endsAt: 'endTime' };

/** The API speaks of moments, the form of a date and times. */
export const ofForm = (fields: FieldError[]) =>
  fields.map((field) => ({ ...field, name: fieldOf[field.name] ?? field.name }));

/** What was changed, by what the address of the page says. */
export function changedWords(what: string | null, locale: Locale) {
  const { access, organisation } = texts(locale);
  const { done, doneText, donePlaces } = organisation.change;
  if (what === 'gepubliceerd') return { title: access.draft.published, text: access.draft.publishedText };
  if (!what || !(what in done)) return null;
  return { title: done[what as keyof typeof done], text: what === 'places' ? donePlaces : doneText };
}

const CHOSEN = 'sessie-';
export const choiceField = (sessionId: string) => `${CHOSEN}${sessionId}`;

/** Turns the chosen sessions to online or back. */
export function switchSessions(api: Client, values: Values): Promise<Response> {
  const sessionIds = chosenIds(values);
  return values.intent === 'back'
    ? api.me.sessions.back.$post({ header: keyOf(values), json: { sessionIds } })
    : api.me.sessions.online.$post({
        header: keyOf(values),
        json: { sessionIds, onlineUrl: values.onlineUrl ?? '' },
      });
}

export const chosenIds = (values: Values) => ticked(values, CHOSEN);
