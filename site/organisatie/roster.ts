import { email } from '../../api/http/contract.ts';
import type { Client } from '../client.ts';
import { problemOf, type Refused } from '../forms.ts';

/**
 * The KVK numbers and addresses in what an association pasted or uploaded, however it is laid out; `skipped` counts the
 * lines in which there was neither.
 */
export function readRoster(text: string) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [emails, kvkNumbers] = [new Set<string>(), new Set<string>()];
  let skipped = 0;
  for (const line of lines) {
    const parts = line.split(/[;,\t]/).map((part) => part.trim().replace(/^"|"$/g, ''));
    const numbers = parts.map((part) => part.replace(/[\s.]/g, '')).filter((part) => /^[0-9]{8}$/.test(part));
    // As the API reads them: one that it does not take would have the whole list refused.
    const addresses = parts
      .flatMap((part) => part.split(/\s+/))
      .flatMap((part) => email.safeParse(part).data ?? []);
    for (const number of numbers) kvkNumbers.add(number);
    for (const address of addresses) emails.add(address);
    if (numbers.length + addresses.length === 0) skipped += 1;
  }
  return { emails: [...emails], kvkNumbers: [...kvkNumbers], skipped };
}

/** Replaces the list of an association by the one in the form, pasted or in a file; what was kept, or what was wrong. */
export async function saveRoster(
  api: Client,
  request: Request,
): Promise<{ entries: number; skipped: number } | { status: number; refused: Refused }> {
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => String(form.get(name) ?? '');
  const file = form.get('file');
  const pasted = `${text('list')}\n${file instanceof File ? await file.text() : ''}`;
  const { skipped, ...list } = readRoster(pasted);
  const values = { list: text('list') };
  if (list.emails.length + list.kvkNumbers.length === 0) {
    const fields = [{ name: 'list', code: 'required' as const, reason: 'is required' }];
    return { status: 400, refused: { values, code: 'invalid-input', fields } };
  }
  const answer = await api.organisations[':id'].roster.$put({
    param: { id: text('organisation') },
    json: { ...list, isComplete: form.has('isComplete') },
  });
  if (answer.ok) return { entries: (await answer.json()).entries, skipped };
  return { status: answer.status, refused: { values, ...(await problemOf(answer)) } };
}
