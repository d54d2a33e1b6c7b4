import { describe, expect, it } from 'vitest';
import { toBusiness } from '../../api/paying/eligibility/business.ts';
import { decide } from '../../api/paying/eligibility/rules.ts';
import { after, nothingTaken, take } from '../../api/paying/eligibility/in-turn.rules.ts';
import type { BusinessProfile } from '../../api/paying/business-register/schema.ts';
import { facts } from './eligibility-facts.ts';

const product = { code: 'study', used: 4, cap: 9, includesThis: false };
const some = { ...facts, caps: { ...facts.caps, product } };

describe('one after another, from what all share', () => {
  it('the first sees everything', () => expect(after(some, nothingTaken)).toEqual(some));

  it('the next sees less money and fuller caps', () => {
    const next = after(some, { cents: 1_000, uses: 2, people: 1 });
    expect(next.budgetRoomCents).toBe(some.budgetRoomCents! - 1_000);
    expect(next.caps.product).toEqual({ ...product, used: 6 });
    expect(next.caps.people).toEqual({ ...some.caps.people, used: 11 });
  });

  it('where there is no budget and no product there is nothing to take', () => {
    const next = after({ ...facts, budgetRoomCents: null }, { cents: 1_000, uses: 2, people: 1 });
    expect(next.budgetRoomCents).toBeNull();
    expect(next.caps.product).toBeNull();
  });

  it('who is paid for takes money, a use and, when new, the place of a person', () => {
    const paid = decide([{ kind: 'programmeRunning' }], facts);
    const first = take(nothingTaken, facts, paid);
    expect(first).toEqual({ cents: 18_781, uses: 1, people: 1 });
    const known = { ...facts, caps: { ...facts.caps, people: { ...facts.caps.people, includesThis: true } } };
    expect(take(first, known, paid)).toEqual({ cents: 37_562, uses: 2, people: 1 });
  });

  it('who pays alone takes nothing', () => {
    const taken = { cents: 1, uses: 2, people: 3 };
    const alone = decide([{ kind: 'programmeRunning' }], { ...facts, sessionOn: '2020-01-01' });
    expect(take(taken, facts, alone)).toEqual(taken);
  });
});

describe('what the rules see of a business', () => {
  const address = {
    street: 'Kerkstraat',
    houseNumber: 1,
    houseLetter: null,
    houseNumberAddition: null,
    postcode: '1182JR',
    city: 'Amstelveen',
    country: 'Nederland',
  };
  const establishment = (visitingAddress: unknown, active = true) => ({
    establishmentNumber: '1',
    main: false,
    active,
    visitingAddress,
  });
  const seen = (endedOn: string | null, ...establishments: object[]) =>
    toBusiness({ endedOn, establishments } as unknown as BusinessProfile, '2026-11-24');

  it('the addresses of its active establishments', () => {
    const business = seen(null, establishment(address), establishment(address, false));
    expect(business).toEqual({
      status: 'found',
      active: true,
      endedOn: null,
      addresses: [
        {
          kind: 'visiting',
          shielded: false,
          place: 'Amstelveen',
          postcode: '1182JR',
          country: 'Nederland',
        },
      ],
    });
  });

  it('where the owner is of a legal person without any establishment, and of nobody else', () => {
    const of = (ownerAddress: unknown, ...establishments: object[]) => {
      const profile = { endedOn: null, establishments, ownerAddress } as unknown as BusinessProfile;
      const business = toBusiness(profile, '2026-11-24');
      return (
        business.status === 'found' && business.addresses.map(({ place, shielded }) => [place, shielded])
      );
    };
    expect(of(address)).toEqual([['Amstelveen', false]]);
    expect(of('shielded')).toEqual([[null, true]]);
    expect(of(null)).toEqual([]);
    expect(of(address, establishment({ ...address, city: 'Urk' }))).toEqual([['Urk', false]]);
    expect(of(address, establishment(address, false))).toEqual([]);
  });

  it('that there is an address, also when it is shielded or not known', () => {
    const nothing = { kind: 'visiting', place: null, postcode: null, country: null };
    expect(seen(null, establishment('shielded'), establishment(null))).toMatchObject({
      addresses: [
        { ...nothing, shielded: true },
        { ...nothing, shielded: false },
      ],
    });
  });

  it('that it ended, from that day on', () => {
    expect(seen('2026-11-24')).toMatchObject({ active: false, endedOn: '2026-11-24' });
    expect(seen('2026-11-25')).toMatchObject({ active: true });
  });
});
