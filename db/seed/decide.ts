/** The pure rule that decides who pays, handed in because the database floor may not import the API. */
export type Decide = (rules: Rule[], facts: Facts, price: Price) => Decision;

export type Rule =
  | { kind: 'programmeRunning' }
  | { kind: 'kvkNumber'; required: boolean }
  | { kind: 'notPaidForModule' }
  | { kind: 'capPerEntrepreneur'; max: number };

export type Facts = {
  programme: { status: 'draft' | 'running' | 'archived'; startsOn: string; endsOn: string };
  sessionOn: string;
  kvkNumber: string | null;
  paidInProgramme: number;
  paidForModule: boolean;
};

type Price = { exVatCents: number; vatRate: '21' | '9' | '0' | 'exempt'; ownContributionCents: number };

type Decision = {
  outcome: 'eligible' | 'not-eligible' | 'needs-review';
  rules: unknown[];
  cost: {
    payer: 'municipality' | 'entrepreneur';
    exVatCents: number;
    vatCents: number;
    ownContributionCents: number;
  };
};
