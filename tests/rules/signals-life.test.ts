import { describe, expect, it } from 'vitest';
import {
  isChanged,
  isForMunicipality,
  isLookedAt,
  isTimeToTell,
  news,
} from '../../api/steering/signals/life.rules.ts';
import { quiet } from './signals-facts.ts';

describe('the life of a signal', () => {
  const day = (n: number) => new Date(Date.UTC(2022, 0, n));

  it('is for the municipality from its day on, unless it was over before that', () => {
    const from = day(8);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: null }, day(7))).toBe(false);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: null }, day(8))).toBe(true);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: day(7) }, day(20))).toBe(false);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: day(8) }, day(20))).toBe(true);
    expect(isForMunicipality({ municipalityFrom: from, closedAt: day(9) }, day(20))).toBe(true);
  });

  it('is looked at from the start of the quarter until a month after it', () => {
    const looked = (today: string) => isLookedAt(quiet, today);
    expect(['2021-11-18', '2021-11-19', '2022-03-20', '2022-03-21'].map(looked)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('has news when a figure is another, not when a day passed', () => {
    const reading = (short: number, daysLeft: number) => ({
      level: 'attention' as const,
      figures: { short, daysLeft },
      threshold: {},
    });
    expect(news([reading(2, 9), reading(2, 8), reading(1, 7), reading(1, 6)])).toEqual([
      reading(2, 9),
      reading(1, 7),
    ]);
  });

  it('is told by day: from eight until eight in the evening, on the clock of here', () => {
    const told = (time: string) => isTimeToTell(new Date(`2022-01-10T${time}+01:00`));
    expect(['07:59:59', '08:00:00', '19:59:59', '20:00:00'].map(told)).toEqual([false, true, true, false]);
    expect(isTimeToTell(new Date('2022-07-10T08:00:00+02:00'))).toBe(true);
  });

  it('is changed when a figure, a threshold or the level is another, in whatever order they stand', () => {
    const said = { level: 'attention' as const, figures: { held: 1, planned: 0 }, threshold: { min: 2 } };
    expect(isChanged(undefined, said)).toBe(true);
    expect(isChanged(said, { ...said, figures: { planned: 0, held: 1 } })).toBe(false);
    expect(isChanged(said, { ...said, figures: { held: 0, planned: 1 } })).toBe(true);
    expect(isChanged(said, { ...said, threshold: { min: 1 } })).toBe(true);
    expect(isChanged(said, { ...said, level: 'action' })).toBe(true);
    // A figure of that name is no threshold.
    expect(isChanged({ ...said, threshold: {} }, { ...said, figures: {}, threshold: said.figures })).toBe(
      true,
    );
    const days = (daysLeft: number) => ({ ...said, figures: { held: 1, daysLeft } });
    expect(isChanged(days(3), days(2))).toBe(true);
  });

  it.each(['daysLeft', 'possible', 'elapsedPercent'])('has no news when only %s is another', (name) => {
    const said = (value: number) => ({
      level: 'attention' as const,
      figures: { short: 1, [name]: value },
      threshold: {},
    });
    expect(news([said(1), said(2)])).toEqual([said(1)]);
  });
});
