import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Locale } from '../../language/locale.ts';
import { calendarNames } from '../../language/vocabularies.ts';
import { holdsDemoData } from '../../../db/demo.ts';
import { feed, type FeedItem } from '../../../emails/feed.ts';
import { accountsOnly, type Env } from '../../http/actor.ts';
import { sessionFilters, type SessionFilters } from '../../offer/catalogue/schema.ts';
import { id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { mailLinks } from '../letters/links.ts';
import { localeOf } from '../../http/locale.ts';
import { Problem } from '../../http/problem.ts';
import { personalItem, publicItem } from './items.ts';
import { makeFeed } from './make-feed.ts';
import {
  appointmentsOf,
  feedOf,
  organisationBySlug,
  ownerOfFeed,
  sessionForFile,
  sessionsForFeed,
} from './queries.ts';
import { revokeFeed } from './revoke-feed.ts';
import { agendaSince, appointmentsSince } from './rules.ts';
import { calendarFeed, calendarFile, secretHeader } from './schema.ts';

const tags = ['Agenda'];

const publicRoute = createRoute({
  method: 'get',
  path: '/session-calendar',
  tags,
  summary: 'Sessions as a calendar to subscribe to, from a week back, cancelled ones included',
  request: { query: sessionFilters },
  responses: { 200: calendarFile('A calendar without links to join'), ...refusals('invalid-input') },
});

const organisationRoute = createRoute({
  method: 'get',
  path: '/organisations/{slug}/calendar',
  tags,
  summary: 'The sessions of one organisation as a calendar to subscribe to',
  request: { params: z.object({ slug: z.string().max(80) }) },
  responses: { 200: calendarFile('A calendar without links to join'), ...refusals('not-found') },
});

const sessionRoute = createRoute({
  method: 'get',
  path: '/sessions/{id}/calendar',
  tags,
  summary: 'One session as a calendar file, for who has no place in it (yet)',
  request: { params: z.object({ id }) },
  responses: { 200: calendarFile('A calendar without a link to join'), ...refusals('not-found') },
});

const personalRoute = createRoute({
  method: 'get',
  path: '/personal-calendar',
  tags,
  summary: 'The appointments of whoever made this secret: title, time and place',
  request: { headers: secretHeader },
  responses: { 200: calendarFile('A calendar'), ...refusals('invalid-input', 'not-found') },
});

const shownRoute = createRoute({
  method: 'get',
  path: '/me/calendar-feed',
  tags,
  summary: 'The address of my personal calendar',
  middleware: accountsOnly,
  responses: { 200: json(calendarFeed, 'The address'), ...refusals('not-signed-in', 'not-found') },
});

const makeRoute = createRoute({
  method: 'post',
  path: '/me/calendar-feed',
  tags,
  summary: 'Make an address for my personal calendar. An earlier one stops working',
  middleware: accountsOnly,
  request: { headers: keyHeader },
  responses: {
    201: json(calendarFeed, 'The new address'),
    ...refusals('invalid-input', 'not-signed-in', 'idempotency-key-reused'),
  },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: '/me/calendar-feed',
  tags,
  summary: 'Revoke the address of my personal calendar',
  middleware: accountsOnly,
  responses: { 204: { description: 'Nobody can read it any more' }, ...refusals('not-signed-in') },
});

const type = { 'content-type': 'text/calendar; charset=utf-8' };

/** Calendars to subscribe to: for everyone, and for one person. */
export const calendarFeeds = (deps: Deps, create: () => OpenAPIHono<Env>) => {
  const { db, config } = deps;
  const host = new URL(config.publicUrl).hostname;
  const links = (locale: Locale) => mailLinks(config.publicUrl, config.secret, locale);

  const write = async (name: string, siteUrl: string, items: FeedItem[], locale: Locale) =>
    feed({ name, siteUrl, isDemo: await holdsDemoData(db) }, items, locale);

  async function publicFeed(name: string, filters: SessionFilters, locale: Locale, now: Date) {
    const from = filters.from ?? agendaSince(now);
    const rows = await sessionsForFeed(db, { ...filters, from }, now);
    const items = rows.map((row) => publicItem(row, host, links(locale)));
    return write(name, links(locale).offer, items, locale);
  }
  const shown = ({ id, createdAt }: { id: string; createdAt: Date }, locale: Locale) => ({
    url: links(locale).feed(id),
    createdAt: createdAt.toISOString(),
  });

  return create()
    .openapi(publicRoute, async (c) => {
      const locale = localeOf(c);
      return c.body(
        await publicFeed(calendarNames[locale].all, c.req.valid('query'), locale, c.get('now')),
        200,
        type,
      );
    })
    .openapi(organisationRoute, async (c) => {
      const { slug, name } = await organisationBySlug(db, c.req.valid('param').slug);
      return c.body(
        await publicFeed(`Opkoers: ${name}`, { organiser: slug }, localeOf(c), c.get('now')),
        200,
        type,
      );
    })
    .openapi(sessionRoute, async (c) => {
      const locale = localeOf(c);
      const row = await sessionForFile(db, c.req.valid('param').id);
      const item = publicItem(row, host, links(locale));
      return c.body(await write(row.module.title, item.about!.url, [item], locale), 200, type);
    })
    .openapi(personalRoute, async (c) => {
      const locale = localeOf(c);
      const owner = await ownerOfFeed(db, c.req.valid('header')['calendar-secret']);
      const rows = await appointmentsOf(db, owner, appointmentsSince(c.get('now')));
      const items = rows.map((row) => personalItem(row, host));
      return c.body(await write(calendarNames[locale].mine, links(locale).site, items, locale), 200, type);
    })
    .openapi(shownRoute, async (c) => {
      const found = await feedOf(db, c.get('account').account.id);
      if (!found) throw new Problem('not-found');
      return c.json(shown(found, localeOf(c)), 200);
    })
    .openapi(makeRoute, async (c) =>
      c.get('once')(c.get('account'), async (work) => {
        const made = await makeFeed(work);
        return c.json(shown(made, localeOf(c)), 201);
      }),
    )
    .openapi(revokeRoute, async (c) => {
      await c.get('write')(c.get('account'), (work) => revokeFeed(work));
      return c.body(null, 204);
    });
};
