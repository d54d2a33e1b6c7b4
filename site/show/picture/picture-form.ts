import type { z } from 'zod';
import type { givenPicture } from '../../../api/people/pictures/schema.ts';
import type { picture } from '../../../api/http/contract.ts';
import { problemOf, type Refused } from '../../forms.ts';
import { text } from '../../typed.ts';

export type Picture = z.output<typeof picture>;

/** Where a picture is kept, and taken away. */
type Place = {
  put: (json: z.input<typeof givenPicture>) => Promise<Response>;
  remove: () => Promise<Response>;
};

export const isOfPicture = ({ intent }: Record<string, string>) =>
  intent === 'picture' || intent === 'no-picture';

/** Keeps what was chosen, or takes it away, by the pressed button; null when that is done. */
export async function savePicture(values: Record<string, string>, file: File | null, { put, remove }: Place) {
  const given = file && { file: Buffer.from(await file.arrayBuffer()).toString('base64') };
  const answer =
    values.intent === 'no-picture' ? await remove() : await put({ ...given, alt: text(values.alt) });
  if (answer.ok) return null;
  const refused: Refused = { values, ...(await problemOf(answer)) };
  return { status: answer.status, refused };
}
