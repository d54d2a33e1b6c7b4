import { expect, test } from 'vitest';
import {
  googleLink,
  googleSubscribe,
  outlookLink,
  outlookSubscribe,
  webcal,
} from '../../site/show/calendar/add-to-calendar.ts';
import { agendaPath } from '../../site/aanbod/filters.ts';

const item = {
  title: 'Btw & "inkomsten": 50% beter + snel #1',
  startsAt: '2027-03-28T07:00:00.000Z',
  endsAt: '2027-03-28T09:00:00.000Z',
  location: 'Zaal A, Laan 1',
  url: 'https://opkoers.example/sessies/1',
};
const queryOf = (link: string) => Object.fromEntries(new URL(link).searchParams);

test('the link of Google holds the moments in UTC, and the title as it is', () =>
  expect(queryOf(googleLink(item))).toEqual({
    action: 'TEMPLATE',
    text: item.title,
    dates: '20270328T070000Z/20270328T090000Z',
    ctz: 'Europe/Amsterdam',
    location: item.location,
    details: item.url,
  }));

test.each(['live', 'office'] as const)('the link of Outlook (%s)', (kind) => {
  const link = outlookLink(kind, item);
  expect(new URL(link).hostname).toBe(`outlook.${kind}.com`);
  expect(queryOf(link)).toMatchObject({
    rru: 'addevent',
    subject: item.title,
    startdt: item.startsAt,
    enddt: item.endsAt,
    location: item.location,
  });
});

test('subscribing', () => {
  const url = 'https://opkoers.example/agenda.ics?soort=workshop';
  expect(webcal(url)).toBe('webcal://opkoers.example/agenda.ics?soort=workshop');
  expect(queryOf(googleSubscribe(url))).toEqual({ cid: webcal(url) });
  expect(queryOf(outlookSubscribe('live', url, 'Opkoers'))).toEqual({ url, name: 'Opkoers' });
});

test('the calendar of filters keeps the choice, and leaves out what would end it', () => {
  expect(agendaPath({})).toBe('/agenda.ics');
  expect(
    agendaPath({
      kind: 'workshop',
      place: 'Amstelveen',
      from: '2027-01-01',
      until: '2027-02-01',
      cancelled: true,
    }),
  ).toBe('/agenda.ics?soort=workshop&plaats=Amstelveen');
});
