import { z } from 'zod';

/**
 * What the KVK API answers, as far as we use it. Tolerant: anything may be absent, and what we do not know is ignored.
 * Its documentation and its answers differ on `indAfgeschermd` and `indicatieAfgeschermd`, so both are read.
 */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim() || null);
const yesNo = z
  .union([z.string(), z.boolean()])
  .nullish()
  .transform((value) => {
    const known = String(value ?? '').trim();
    return known === '' ? null : /^(j|true)/i.test(known);
  });
const digits = (count: number) =>
  z
    .union([z.string(), z.number()])
    .transform((value) => String(value).trim().padStart(count, '0'))
    .pipe(z.string().regex(new RegExp(`^[0-9]{${count}}$`)));
/** `YYYYMMDD`, with zeros for what is not known. */
const date = text.pipe(
  z
    .string()
    .regex(/^[0-9]{8}$/)
    .nullable(),
);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

const address = z.object({
  type: text,
  indAfgeschermd: yesNo,
  indicatieAfgeschermd: yesNo,
  straatnaam: text,
  huisnummer: text,
  huisletter: text,
  huisnummerToevoeging: text,
  postcode: text,
  postbusnummer: text,
  plaats: text,
  straatHuisnummer: text,
  postcodeWoonplaats: text,
  land: text,
});
export type KvkAddress = z.infer<typeof address>;

const registration = z
  .object({ datumAanvang: date, datumEinde: date })
  .nullish()
  .transform((value) => value ?? { datumAanvang: null, datumEinde: null });
const tradeNames = list(z.object({ naam: z.string(), volgorde: z.number().nullish() }));
const activities = list(
  z.object({ sbiCode: text.pipe(z.string()), sbiOmschrijving: text, indHoofdactiviteit: yesNo }),
);

/** Of `/v1/vestigingsprofielen/{vestigingsnummer}`, and of the main one inside a basisprofiel. */
export const branchProfile = z.object({
  vestigingsnummer: digits(12),
  eersteHandelsnaam: text,
  materieleRegistratie: registration,
  adressen: list(address),
});
export type BranchProfile = z.infer<typeof branchProfile>;

/** Of `/v1/basisprofielen/{kvkNummer}`. */
export const basicProfile = z
  .object({
    kvkNummer: digits(8),
    indNonMailing: yesNo,
    naam: text,
    statutaireNaam: text,
    materieleRegistratie: registration,
    handelsnamen: tradeNames,
    sbiActiviteiten: activities,
    _embedded: z
      .object({
        hoofdvestiging: branchProfile.nullish(),
        eigenaar: z.object({ rechtsvorm: text, adressen: list(address) }).nullish(),
      })
      .nullish(),
  })
  .refine((it) => it.naam ?? it.statutaireNaam ?? it.handelsnamen[0], { path: ['naam'] });
export type BasicProfile = z.infer<typeof basicProfile>;

const listed = z.object({
  kvkNummer: digits(8),
  vestigingsnummer: digits(12).nullish(),
  type: text,
  actief: yesNo,
  adres: z.object({ binnenlandsAdres: address.nullish(), buitenlandsAdres: address.nullish() }).nullish(),
});
export type Listed = z.infer<typeof listed>;

/** Of `/v2/zoeken`. */
export const searchPage = z.object({ totaal: z.number(), resultaten: list(listed) });

/** Of every refusal. */
export const faults = z.object({ fout: z.array(z.object({ code: z.string().nullish() })) });
