import { email } from '../../api/http/contract.ts';

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
