import type { SenderFacts } from '../../../emails/facts.ts';
import type { Organisation } from '../../people/organisations/shapes.ts';
import { toPicture } from '../../people/pictures/shapes.ts';

/** The agreed senders as mails name and show them. */
export function namesAndLogos(
  senders: Organisation[],
  publicUrl: string,
): Pick<SenderFacts, 'names' | 'logos'> {
  const logos = senders.flatMap(({ shortName, logo, logoAlt }) => {
    const picture = toPicture(logo, logoAlt);
    return picture ? [[shortName, { ...picture, url: new URL(picture.url, publicUrl).href }] as const] : [];
  });
  return { names: senders.map(({ shortName }) => shortName), logos: Object.fromEntries(logos) };
}
