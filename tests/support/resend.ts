import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Record<string, unknown>;
};

export const json = (status: number, body: unknown) => (response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** Stands in for the HTTP API of Resend: keeps what it received, and answers what the test decides. */
export async function resendStandIn() {
  const received: Received[] = [];
  const state = {
    answer: (_mail: Received): ((response: ServerResponse) => void) => json(200, { id: '0194a3f0' }),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const mail: Received = {
        path: `${request.method} ${request.url}`,
        headers: request.headers,
        body: JSON.parse(body) as Received['body'],
      };
      received.push(mail);
      state.answer(mail)(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    state,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
