import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export type Request = {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Record<string, unknown>;
};
type Answer = (response: ServerResponse, request: Request) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/**
 * Stands in for the HTTP API of Resend. It keeps the promise of an idempotency key: a key it has seen sends nothing again,
 * and with another mail it is refused. Set `answer` to have it answer otherwise. Call it at the top of the file.
 */
export async function resendServer(port = 0) {
  const requests: Request[] = [];
  const delivered: Request['body'][] = [];
  const keys = new Map<string, { body: string; id: string }>();
  const state: { answer: Answer | null } = { answer: null };

  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      const asked = { path: `${method} ${url}`, headers, body: JSON.parse(text) as Request['body'] };
      requests.push(asked);
      (state.answer ?? accept(String(headers['idempotency-key']), text))(response, asked);
    });
  });

  function accept(key: string, body: string): Answer {
    const known = keys.get(key);
    if (known && known.body !== body) {
      return json(409, { statusCode: 409, name: 'invalid_idempotent_request', message: 'another mail' });
    }
    const id = known?.id ?? crypto.randomUUID();
    if (!known) {
      keys.set(key, { body, id });
      delivered.push(JSON.parse(body) as Request['body']);
    }
    return json(200, { id });
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every request, refused or not. */
    requests,
    /** The mails that went out. */
    delivered,
    accept,
    answerWith: (answer: Answer | null) => (state.answer = answer),
    forget() {
      requests.length = 0;
      delivered.length = 0;
      keys.clear();
      state.answer = null;
    },
  };
}
