import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach } from 'vitest';
import { createStandIn } from '../../api/paying/business-register/stand-in.ts';

type Received = { path: string; apikey: string | undefined };

/** The stand-in behind a real HTTP server that can be told to misbehave. It behaves again before every test. */
export async function testKvk() {
  const standIn = createStandIn();
  const kvk = {
    baseUrl: '',
    received: [] as Received[],
    /** Answers in place of the stand-in. */
    instead: null as ((response: ServerResponse, path: string) => void) | null,
    /** Changes what the stand-in answers. */
    change: null as ((body: Body, path: string) => unknown) | null,
    /** How many calls had this in their path. */
    calls: (part: string) => kvk.received.filter(({ path }) => path.includes(part)).length,
  };
  const server = createServer((request, response) => {
    const path = request.url!;
    const apikey = request.headers.apikey as string | undefined;
    kvk.received.push({ path, apikey });
    if (kvk.instead) return kvk.instead(response, path);
    void answer(path, apikey, response);
  });
  async function answer(path: string, apikey: string | undefined, response: ServerResponse) {
    const answered = await standIn.fetch(
      new Request(`http://stand-in${path}`, { headers: apikey ? { apikey } : {} }),
    );
    const body: unknown = await answered.json();
    json(answered.status, kvk.change ? kvk.change(body as Body, path) : body)(response);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  kvk.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeEach(() => {
    kvk.received.length = 0;
    kvk.instead = null;
    kvk.change = null;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return kvk;
}

// Bodies of KVK are changed by hand, wrongly too.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Body = any;

export const json = (status: number, body: unknown) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(body));

/** A refusal as KVK writes it. */
export const fault = (status: number, code: string) =>
  json(status, { fout: [{ code, omschrijving: 'Voor KVK-nummer 69599084 gaat dit niet.' }] });
