/** The pure rule that decides who pays, handed in because the database floor may not import the API. */
export type Decide = (rules: Rule[], facts: Facts) => Decision;

/** The kinds that the programmes of the demo data use; the API has the whole set. */
export type Rule =
  | { kind: 'programmeRunning' | 'businessActive' | 'notPaidForModule' | 'budgetRoom' }
  | { kind: 'kvkNumber'; required: boolean }
  | {
      kind: 'establishedInArea';
      basis: 'business' | 'residence';
      places: string[];
      postcodes: { from: number; to: number }[];
    }
  | { kind: 'productCap'; product: string; max: number }
  | { kind: 'peopleCap'; max: number; scope: 'programme' }
  | { kind: 'declarations'; items: { code: string; nl: string; en: string }[] }
  | { kind: 'deMinimisRoom'; ceilingCents: number; years: number }
  | { kind: 'capPerEntrepreneur'; max: number; unit: 'count'; period: { per: 'programme' } };

type Use = { used: number; cap: number | null; includesThis: boolean };

export type Facts = {
  ruleSetVersion: number;
  today: string;
  sessionOn: string;
  programme: {
    status: 'draft' | 'running' | 'archived';
    startsOn: string;
    endsOn: string;
    paused: boolean;
  };
  module: { id: string; minutes: number };
  price: {
    exVatCents: number;
    vatRate: '21' | '9' | '0' | 'exempt' | 'unknown';
    ownContributionCents: number;
  };
  kvkNumber: string | null;
  business:
    | {
        status: 'found';
        active: boolean;
        endedOn: string | null;
        addresses: {
          kind: 'visiting';
          shielded: boolean;
          place: string;
          postcode: string;
          country: null;
        }[];
      }
    | { status: 'unavailable' | 'not-given' };
  residence: null;
  paid: { moduleId: string; cents: number; minutes: number; on: string }[];
  caps: { product: (Use & { code: string }) | null; people: Use };
  budgetRoomCents: number | null;
  deMinimis: { declaredCents: number | null; grants: [] };
  declarations: Record<string, boolean>;
  review: { outcome: 'approved' | 'refused'; on: string } | null;
};

type Decision = {
  outcome: 'eligible' | 'not-eligible' | 'needs-review';
  rules: unknown[];
  borneExVatCents: number;
  cost: {
    payer: 'municipality' | 'entrepreneur';
    exVatCents: number;
    vatCents: number;
    ownContributionCents: number;
  };
};
