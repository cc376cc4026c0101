import { describe, expect, it } from '@jest/globals';
import { daysOfMonths } from '../src/pages/campaigns/months.ts';
import { type Copy, filledIn, isWhole, openingOf, stageRefused } from '../src/pages/campaigns/opening.ts';
import { LINE, lineOf, mayReopen, ordinalOf, type Stage } from '../src/pages/campaigns/stages.ts';

describe('which stages are offered to be opened again', () => {
  const ACTS = ['declare', 'review', 'score', 'decide'] as const;
  const at = (...all: readonly Stage['progress'][]) =>
    all.map((progress, place) => ({ stageId: `${place}`, act: ACTS[place] ?? 'score', phase: null, progress }));
  const offered = (...all: readonly Stage['progress'][]) =>
    at(...all).flatMap((stage) => (mayReopen(at(...all), stage) ? [stage.act] : []));

  it.each([
    { what: 'none that is open or ahead', stages: ['open', 'open', 'ahead', 'ahead'], acts: [] },
    {
      what: 'those over, until entries have entered',
      stages: ['closed', 'closed', 'ahead', 'ahead'],
      acts: ['declare', 'review'],
    },
    { what: 'none before the scoring once that is open', stages: ['closed', 'closed', 'open', 'ahead'], acts: [] },
    { what: 'the scoring itself once it is over', stages: ['closed', 'closed', 'closed', 'open'], acts: ['score'] },
  ] as const)('$what', ({ stages, acts }) => expect(offered(...stages)).toEqual(acts));
});

describe('the line of an edition', () => {
  const stages = [
    { opensOn: '2026-01-06', closesOn: '2026-02-28' },
    { opensOn: '2026-12-21', closesOn: '2027-01-05' },
  ];
  const line = lineOf(stages);

  it('is whole months long, and every stage lies on it', () => {
    expect([line.months.at(0)?.month, line.months.at(-1)?.month, line.months.length]).toEqual([
      '2026-01',
      '2027-01',
      13,
    ]);
    for (const stage of stages) {
      const { x, width } = line.barOf(stage);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(LINE);
      expect(width).toBeGreaterThan(0);
    }
  });

  it('marks today within it, and nothing outside', () => {
    expect(line.placeOf('2025-12-31')).toBeUndefined();
    expect(line.placeOf('2027-02-01')).toBeUndefined();
    const { x, width } = line.barOf({ opensOn: '2026-03-01', closesOn: '2026-03-01' });
    expect(line.placeOf('2026-03-01')).toBeCloseTo(x + width / 2);
  });

  it('tells the second of two stages alike from the first', () => {
    const named = [
      { stageId: 'notice', act: 'notice' },
      { stageId: 'score', act: 'score' },
      { stageId: 'second-notice', act: 'notice' },
    ] as const;
    expect(named.map(({ stageId }) => ordinalOf(named, stageId))).toEqual([1, 0, 2]);
  });
});

describe('an opening that is typed', () => {
  const first = {
    ...{ year: '2027', titleZh: '活动', titleEn: 'Campaign', parameters: { quota: '3', new: '1' } },
    stages: [{ stageId: 'plan', opensOn: '2027-01-06', closesOn: '2027-02-28' }],
  };

  it('takes from its draft what the template still has', () => {
    const kept = { ...first, parameters: { quota: '5', gone: '9' }, stages: [] };
    expect(filledIn(first)(kept)).toEqual({ ...first, parameters: { quota: '5', new: '1' } });
  });

  it('is asked about only when nothing is missing', () => {
    expect(isWhole(first)).toBe(true);
    expect(isWhole({ ...first, titleZh: ' ' })).toBe(false);
    expect(isWhole({ ...first, parameters: { quota: 'x' } })).toBe(false);
    expect(isWhole({ ...first, stages: [{ stageId: 'plan', opensOn: '', closesOn: '2027-02-28' }] })).toBe(false);
  });

  it('of another year than the copy’s is that year’s first', () => {
    const copy = { opening: { year: 2027, ordinal: 2 } } as unknown as Copy;
    expect([openingOf(copy, first).ordinal, openingOf(copy, { ...first, year: '2028' }).ordinal]).toEqual([2, 1]);
  });

  it('finds the stage that a refusal speaks of', () => {
    const refusal = { reason: 'STAGE_UNKNOWN', zh: '', en: '', details: {} } as const;
    expect(stageRefused({ ...refusal, field: 'stages.plan.closesOn' }, first.stages)).toBe('plan');
    expect(stageRefused({ ...refusal, field: null, details: { stage: 'score' } }, first.stages)).toBe('score');
    expect(stageRefused(null, first.stages)).toBeUndefined();
  });
});

describe('a year’s calendar', () => {
  it('has weeks of seven that begin on Monday, and every day once', () => {
    const days = ['2026-02-01', '2026-02-02', '2026-02-28', '2026-03-01'].map((date) => ({ date }));
    const months = daysOfMonths(days);
    expect(months.map(({ month }) => month)).toEqual(['2026-02', '2026-03']);
    expect(months.every(({ weeks }) => weeks.every(({ length }) => length === 7))).toBe(true);
    // The first of February 2026 is a Sunday.
    expect(months[0]?.weeks[0]?.at(-1)).toEqual({ date: '2026-02-01' });
    expect(months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null)).toEqual(days);
  });
});
