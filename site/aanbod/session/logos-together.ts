import { SHARE } from '../../../api/people/pictures/compose.rules.ts';
import type { SessionDetail } from '../../show/types.ts';

/** The logos of the senders in one picture; undefined when nobody has one. */
export const logosTogether = ({ senders, programme }: SessionDetail) =>
  senders.some(({ logo }) => logo)
    ? {
        url: `/api/v1/programmes/${programme.slug}/share-image`,
        ...SHARE,
        alt: senders.map(({ name }) => name).join(', '),
      }
    : undefined;
