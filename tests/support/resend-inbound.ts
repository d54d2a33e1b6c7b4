import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

const KEY = Buffer.from('a key for signing in the tests');
const INBOUND_SECRET = `whsec_${KEY.toString('base64')}`;

/** Stands in for Resend where it keeps the mails it took in. Call it at the top of the file. */
export async function resendInboundStandIn() {
  const mails = new Map<string, string>();
  const state = { down: false, asked: 0 };
  const server = createServer((request, response) => {
    state.asked += 1;
    const [, , kind, id = ''] = (request.url ?? '').split('?')[0]!.split('/');
    if (state.down) return void response.writeHead(503).end('{}');
    const mail = mails.get(id);
    if (mail === undefined) return void response.writeHead(404).end('{"name":"not_found","message":"no"}');
    if (request.url!.startsWith('/raw/')) return void response.end(mail);
    if (kind !== 'receiving' || request.headers.authorization !== 'Bearer re_test')
      return void response.writeHead(401).end('{}');
    const raw = { download_url: `${url}/raw/x/${id}`, expires_at: '2099-01-01T00:00:00Z' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ object: 'email', id, raw }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const env = { RESEND_API_KEY: 're_test', RESEND_BASE_URL: url, RESEND_INBOUND_SECRET: INBOUND_SECRET };
  return { mails, state, env };
}

/** The headers with which Resend signs a webhook. */
export function signatureOf(body: string, at: Date, id = 'msg_1') {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', KEY).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
}
