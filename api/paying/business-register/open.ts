import type { Config } from '../../config.ts';
import { type BusinessRegister, createClient, NoAnswer } from './client.ts';
import type { Patience } from './resilience.ts';
import { createStandIn } from './stand-in.ts';

/** The register by configuration: KVK's, the stand-in in this process, or none, which never answers. */
export function openBusinessRegister(kvk: Config['kvk'], patience: Partial<Patience> = {}): BusinessRegister {
  if (kvk.source === 'kvk') return createClient({ baseUrl: kvk.baseUrl, apiKey: kvk.apiKey, patience });
  if (kvk.source === 'none') return { profile: () => Promise.reject(new NoAnswer('refused', 'no key')) };
  const standIn = createStandIn();
  const fetch = (request: Request) => standIn.fetch(request);
  return createClient({ baseUrl: 'http://stand-in.invalid', apiKey: 'stand-in', fetch, patience });
}
