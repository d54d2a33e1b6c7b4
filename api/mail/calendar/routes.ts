import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { holdsDemoData } from '../../../db/demo.ts';
import { invite } from '../../../emails/invite.ts';
import type { Env } from '../../http/actor.ts';
import { id, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { calendarFacts, findRegistration, registrationFacts } from '../letters/mail-facts.ts';
import { localeOf } from '../../http/locale.ts';
import { Problem } from '../../http/problem.ts';
import { provedRegistration } from '../../places/registrations/proof.ts';
import { linkHeader } from '../../places/registrations/schema.ts';
import { calendarFile } from './schema.ts';

const oneRoute = createRoute({
  method: 'get',
  path: '/registrations/{id}/calendar',
  tags: ['Aanmeldingen'],
  summary: 'The appointment of a confirmed place as an iCalendar file, for its owner or with the token',
  request: { params: z.object({ id }), headers: linkHeader },
  responses: {
    200: calendarFile('The appointment, the same as in the mail'),
    ...refusals('invalid-input', 'not-found'),
  },
});

export const calendar = (deps: Deps, create: () => OpenAPIHono<Env>) =>
  create().openapi(oneRoute, async (c) => {
    const { db, config } = deps;
    const { id: registrationId } = c.req.valid('param');
    const token = c.req.valid('header')['registration-token'];
    await provedRegistration(deps, c.get('actor'), registrationId, token);
    const rows = await findRegistration(db, registrationId);
    const isAppointment = rows?.registration.status === 'confirmed' && rows.session.status === 'scheduled';
    if (!isAppointment) throw new Problem('not-found');
    const { from, replyTo = null } = config.mail;
    const settings = { ...config, from, replyTo, isDemo: await holdsDemoData(db) };
    const locale = localeOf(c);
    const facts = await registrationFacts(db, rows, rows.account?.email ?? '', locale, settings);
    const file = invite('PUBLISH', facts, calendarFacts(rows, settings, c.get('now')), locale);
    return c.body(file.content, 200, {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.filename}"`,
    });
  });
