import { pictures } from '../../../db/schema/pictures.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import type { Work } from '../../unit-of-work/work.ts';
import type { MadePicture } from './make.ts';

/**
 * Keeps a picture that was made, and gives the name with which something shows it: `shown`, what it showed before, when no
 * file was given. Throws `invalid-input` when there is none at all.
 */
export async function keepPicture({ tx, now }: Work, made: MadePicture | null, shown: string | null) {
  if (made) {
    const again = { target: pictures.name, set: { uploadedAt: now } };
    await tx
      .insert(pictures)
      .values({ ...made, uploadedAt: now })
      .onConflictDoUpdate(again);
  }
  const name = made?.name ?? shown;
  refuseFields(name === null ? [{ name: 'file', code: 'required' }] : []);
  return name!;
}
