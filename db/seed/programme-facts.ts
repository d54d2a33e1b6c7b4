/* What the documents of the three programmes say, for the demo data and for who begins a programme like one of them. */

/** For each quarter (B&W Amstelveen 2-11-2021). */
export const backOnTrackTargets: {
  targetGroup: 'knowledgeAndCoaching' | 'inspiration' | 'network';
  min: number;
  max: number;
}[] = [
  { targetGroup: 'knowledgeAndCoaching', min: 8, max: 12 },
  { targetGroup: 'inspiration', min: 2, max: 2 },
  { targetGroup: 'network', min: 1, max: 1 },
];

/** How many entrepreneurs may take part (nota 2021-000668). */
export const deventerMost = 350;

type Product = {
  code: string;
  name: string;
  minutes?: number;
  priceCents: number;
  priceBasis: 'unknown';
  inPackage: boolean;
  cap?: number;
};

/** Prices are fixed: not hours times a rate. Nothing says whether VAT is in them (projectplan 18-2-2021). */
export const deventerProducts: Product[] = (
  [
    { code: 'intake', name: 'Intake en Toeleiding', minutes: 90, priceCents: 112_50, inPackage: true },
    { code: 'coaching-intern', name: 'Coaching Intern', minutes: 600, priceCents: 750_00, inPackage: true },
    { code: 'f-scan', name: 'F-Scan', minutes: 180, priceCents: 275_00, inPackage: true },
    { code: 'e-scan', name: 'E-scan', minutes: 30, priceCents: 50_00, inPackage: true },
    {
      code: 'doorverwijzing-lwl-matchen',
      name: 'Doorverwijzing Leerwerkloket en/of Matchen',
      minutes: 60,
      priceCents: 75_00,
      inPackage: true,
    },
    {
      code: 'levensvatbaarheidsonderzoek',
      name: 'IMK Levensvatbaarheidsonderzoek',
      priceCents: 2095_00,
      inPackage: false,
      cap: 30,
    },
  ] satisfies Omit<Product, 'priceBasis'>[]
).map((product) => ({ ...product, priceBasis: 'unknown' }));
