import { describe, expect, it } from '@jest/globals';
import { digestFaults, keptDigest } from './kept-digest.ts';
import type { StoryDigest } from './story-digest.ts';

const kept = keptDigest();
const year = kept.editions['2021'];

describe('the digest of the default story', () => {
  it('holds five editions with their fractions, awards, leaders and organizations, and the pacesetters', () => {
    expect(Object.keys(kept.editions)).toEqual(['2021', '2022', '2023', '2024', '2025']);
    for (const { ranking, awards, leaders, organizations } of Object.values(kept.editions)) {
      expect(ranking.length).toBeGreaterThan(60);
      ranking.forEach((line) => expect(line).toMatch(/^\S+ \d+ \d+ \d+\/\d+$/));
      expect([awards.length >= 40, leaders.length > 0, organizations.length >= 10]).toEqual([true, true, true]);
    }
    expect(kept.pacesetters?.once.length).toBeGreaterThan(0);
  });

  it('agrees with itself, and with a story of some of its years', () => {
    expect(digestFaults(kept, kept)).toEqual([]);
    expect(digestFaults(kept, { ...kept, editions: { '2021': year ?? never() }, pacesetters: null })).toEqual([]);
  });

  it('another seed tells another story', () =>
    expect(digestFaults(kept, { seed: 'another', editions: {}, pacesetters: null })).toEqual([]));

  it('one rank, one fraction, one award or one unit that differs is found', () => {
    const changed = (change: Partial<typeof year>): StoryDigest => ({
      ...kept,
      editions: { '2021': { ...(year ?? never()), ...change } },
      pacesetters: null,
    });
    const first = year?.ranking[0] ?? never();
    const ranking = [first.replace(/ 1 /, ' 2 '), ...(year?.ranking.slice(1) ?? [])];
    expect(digestFaults(kept, changed({ ranking }))).toEqual([
      `2021 ranking: was ${first}, is not any more`,
      `2021 ranking: is ${ranking[0]}, never was`,
    ]);
    expect(digestFaults(kept, changed({ awards: year?.awards.slice(1) ?? [] }))).toHaveLength(1);
    expect(digestFaults(kept, changed({ organizations: [...(year?.organizations ?? []), 'u99'] }))).toHaveLength(1);
    expect(
      digestFaults(kept, { ...kept, pacesetters: { once: [], everyYear: kept.pacesetters?.everyYear ?? [] } }),
    ).toHaveLength(kept.pacesetters?.once.length ?? 0);
  });
});

const never = (): never => {
  throw new Error('the kept digest is empty');
};
