import type { z } from 'zod';
import { traceOf } from '../../http/on-error.ts';
import { basicProfile, branchProfile, faults, type Listed, searchPage } from './kvk.ts';
import { createGuard, isGuardError, type Patience } from './resilience.ts';
import { type Meaning, meaningOf, toProfile, withoutAddress } from './rules.ts';
import type { BusinessProfile } from './schema.ts';

/** Why the register gave no answer. The message names no business. */
export class NoAnswer extends Error {
  readonly why: Exclude<Meaning, 'none'>;
  constructor(why: Exclude<Meaning, 'none'>, message: string) {
    super(message);
    this.why = why;
  }
}

/** Who answers for a KVK number; null when no business has it. Rejects when there is no answer. */
export type BusinessRegister = { profile: (kvkNumber: string) => Promise<BusinessProfile | null> };

export type ClientSettings = {
  /** With the path before `/v1` and `/v2`, without a slash at the end. */
  baseUrl: string;
  apiKey: string;
  fetch?: (request: Request) => Response | Promise<Response>;
  patience?: Partial<Patience>;
};

// KVK allows 100 calls a second. Two seconds is long for an answer and short for someone at a form.
const PATIENCE: Patience = {
  callMs: 2_000,
  totalMs: 6_000,
  retries: 2,
  backoffMs: 200,
  opensAfter: 10,
  staysOpenMs: 30_000,
  callsPerSecond: 100,
};
// The search shows a thousand results at most.
const PAGE = 100;
const MAX_PAGES = 10;
// Every profile is a call that costs money.
const MAX_BRANCHES = 10;

/** Speaks the KVK API: Basisprofiel, Zoeken for the establishments, and Vestigingsprofiel where Zoeken gives no address. */
export function createClient(settings: ClientSettings): BusinessRegister {
  const { baseUrl, apiKey, fetch = globalThis.fetch, patience } = settings;
  const headers = { apikey: apiKey, accept: 'application/hal+json, application/json;q=0.9' };
  // A redirect would take the key to another place.
  const init = { headers, redirect: 'manual' } as const;
  const guard = createGuard(
    { ...PATIENCE, ...patience },
    {
      mayPass: (error) => isFor(error, 'later', 'outage'),
      isOutage: (error) => isFor(error, 'refused', 'outage'),
      onOpen: () => report('does not answer; we leave it alone for a while'),
    },
  );

  const get = <T extends z.ZodType>(path: string, schema: T, signal: AbortSignal) =>
    guard.call(
      async (within) => read(await send(new Request(baseUrl + path, { ...init, signal: within })), schema),
      signal,
    );

  async function send(request: Request) {
    try {
      const response = await fetch(request);
      return { status: response.status, text: await response.text() };
    } catch {
      throw new NoAnswer('outage', 'no connection');
    }
  }

  async function establishmentsOf(kvkNumber: string, signal: AbortSignal) {
    const found: Listed[] = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
      const query = `kvkNummer=${kvkNumber}&inclusiefInactieveRegistraties=true&resultatenPerPagina=${PAGE}&pagina=${page}`;
      const answer = await get(`/v2/zoeken?${query}`, searchPage, signal);
      found.push(...(answer?.resultaten ?? []));
      if (!answer || answer.resultaten.length === 0 || found.length >= answer.totaal) break;
    }
    return found.filter(({ kvkNummer }) => kvkNummer === kvkNumber);
  }

  async function profileOf(kvkNumber: string, signal: AbortSignal) {
    const basic = await get(`/v1/basisprofielen/${kvkNumber}`, basicProfile, signal);
    if (!basic) return null;
    if (basic.kvkNummer !== kvkNumber) throw new NoAnswer('contract', 'another number than asked for');
    const listed = await establishmentsOf(kvkNumber, signal);
    const unknown = withoutAddress(basic._embedded?.hoofdvestiging ?? null, listed).slice(0, MAX_BRANCHES);
    const branches = await Promise.all(
      unknown.map((number) => get(`/v1/vestigingsprofielen/${number}`, branchProfile, signal)),
    );
    return toProfile({ basic, listed, branches: branches.filter((it) => it !== null) });
  }

  return {
    profile: (kvkNumber) =>
      guard
        .within((signal) => profileOf(kvkNumber, signal))
        .catch((error: unknown) => {
          if (error instanceof NoAnswer) {
            if (!isFor(error, 'later', 'outage')) report(error.message);
          } else if (!isGuardError(error)) console.error(traceOf(error as Error));
          throw error;
        }),
  };
}

/** The body of a good answer, or null when it says that there is nothing. */
function read<T extends z.ZodType>({ status, text }: { status: number; text: string }, schema: T) {
  const body = jsonIn(text);
  if (status === 200) {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const paths = parsed.error.issues.map(({ path }) => path.join('.') || 'body');
    throw new NoAnswer('contract', `an answer we cannot read: ${paths.join(', ')}`);
  }
  const codes = (faults.safeParse(body).data?.fout ?? []).flatMap(({ code }) => code ?? []);
  const meaning = meaningOf(status, codes);
  if (meaning === 'none') return null;
  throw new NoAnswer(meaning, `status ${[status, ...codes].join(' ')}`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isFor = (error: unknown, ...reasons: Meaning[]) =>
  error instanceof NoAnswer && reasons.includes(error.why);

/** Without the number: of a sole trader it is personal data. */
export const report = (message: string) =>
  console.error(`${new Date().toISOString()} business register: ${message}`);
