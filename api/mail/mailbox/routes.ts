import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Db } from '../../../db/open.ts';
import { findMail, listMails } from './queries.ts';

/** What the mailbox has besides its page, for mounting at `/dev` when mails land there: JSON, HTML and attachments. */
export const createMailbox = ({ db }: { db: Db }) =>
  new Hono()
    .get('/mailbox.json', async (c) =>
      c.json(await listMails(db, c.req.query('to')), 200, { 'cache-control': 'no-store' }),
    )
    .get('/mailbox/:file{[0-9a-f-]{36}\\.html}', async (c) => {
      const mail = await findMail(db, c.req.param('file').slice(0, -'.html'.length));
      if (!mail) return c.notFound();
      const { html, policy } = withoutInlineStyles(mail.html);
      return c.html(html, 200, { 'content-security-policy': policy, 'cache-control': 'no-store' });
    })
    .get('/mailbox/:id/attachments/:index{[0-9]}', async (c) => {
      const mail = await findMail(db, c.req.param('id'));
      const attachment = mail?.attachments[Number(c.req.param('index'))];
      if (!attachment) return c.notFound();
      return c.body(Buffer.from(attachment.content, 'base64'), 200, {
        'content-type': attachment.contentType,
        'content-disposition': `attachment; filename="${attachment.filename.replace(/[^\w.-]/g, '_')}"`,
        'cache-control': 'no-store',
      });
    });

/** The same mail with its inline styles as one style sheet, so that it shows under a policy without `unsafe-inline`. */
export function withoutInlineStyles(mail: string) {
  const rules = new Map<string, number>();
  const html = mail.replace(/ style="([^"]*)"/g, (_, style: string) => {
    if (!rules.has(style)) rules.set(style, rules.size);
    return ` data-style="${rules.get(style)}"`;
  });
  const sheet = [...rules].map(([style, n]) => `[data-style="${n}"]{${style}}`).join('\n');
  const hashes: string[] = [];
  const shown = html
    .replace('<style>', () => `<style>${sheet}</style><style>`)
    .replace(/<style>([^<]*)<\/style>/g, (element, content: string) => {
      hashes.push(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
      return element;
    });
  const policy = `default-src 'none'; style-src ${hashes.join(' ')}; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { html: shown, policy };
}
