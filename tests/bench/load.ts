import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';

export type Asked = { path: string; body: string; headers: Record<string, string> };
export type Measured = { perSecond: number; p50: number; p99: number; statuses: Map<number, number> };

const CONNECTIONS = 64;
const WARM_UP_MS = 2_000;

/** Sends requests over 64 connections, each as soon as the one before it is answered. Times in milliseconds. */
export async function load(url: string, milliseconds: number, next: () => Asked): Promise<Measured> {
  const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 });
  await rounds(async () => void (await send(pool, next())), WARM_UP_MS);
  const statuses = new Map<number, number>();
  const measured = await rounds(async () => {
    const status = await send(pool, next());
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }, milliseconds);
  await pool.close();
  return { ...measured, statuses };
}

async function send(pool: Pool, { path, body, headers }: Asked) {
  const response = await pool.request({
    path,
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  await response.body.dump();
  return response.statusCode;
}

/** Does `once` over and over, 64 at the same time. */
export async function rounds(once: () => Promise<void>, milliseconds: number) {
  const took: number[] = [];
  const start = performance.now();
  const worker = async () => {
    for (let now = start; now < start + milliseconds; now = performance.now()) {
      const before = performance.now();
      await once();
      took.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}
