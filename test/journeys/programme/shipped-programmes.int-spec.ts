import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fillsAll, knownProgrammes, OWN_JOURNEYS } from './figures-table.ts';
import { playedTogether } from './played-together.ts';
import { isPlayed } from './read-programme.ts';

const known = knownProgrammes();

describe('every shipped template that the platform plays, played through the public API', () => {
  const playedOf = playedTogether(known.filter(({ shipped }) => shipped));

  it('carries out what a recheck found: who holds the award keeps it, has time to mend, or loses it by two persons', () => {
    const { edition } = playedOf('demonstration-recheck');
    // Of seven that were given it one had lost it before, and one was taken off as entered by mistake.
    expect(edition.entries).toHaveLength(5);
    expect(edition.rechecked.length).toBeGreaterThan(0);
  });

  it('gives nothing to whom something was found against that shuts out', () => {
    const { edition, outcomes } = playedOf('civilized-units');
    const shutOut = edition.filled.occurrences.filter(({ itemId }) => itemId === 'law').map(({ entryId }) => entryId);
    const places = Math.floor((edition.entries.length * 30) / 100);
    const honoured = outcomes[0]?.result.entries.filter(({ rank }) => rank <= places).map(({ entryId }) => entryId);
    expect(honoured?.some((entryId) => shutOut.includes(entryId))).toBe(true);
    const titles = edition.entries.filter(({ entryId }) => shutOut.includes(entryId)).map(({ title }) => title);
    for (const { awards } of outcomes) for (const { holder } of awards) expect(titles).not.toContain(holder);
  });

  it('fills a list over several stages: whoever is judged, his unit, the committee, whose mark counts', () => {
    const { edition, outcomes } = playedOf('star-branches');
    const { marks } = edition.filled;
    expect([...new Set(marks.map(({ by }) => by))]).toEqual(['self', 'acceptance', 'office']);
    const [first] = outcomes[0]?.result.entries ?? [];
    const counted = marks.filter(({ entryId, by }) => entryId === first?.entryId && by === 'office');
    const points = counted.flatMap((mark) => mark.marks).reduce((sum, one) => sum + one, 0);
    const found = edition.filled.occurrences.filter(({ entryId }) => entryId === first?.entryId);
    const taken = found.reduce((sum, { itemId, count }) => sum + count * (itemId === 'election' ? 1_000 : 200), 0);
    // In units of its one decimal.
    expect(Number(first?.score)).toBe((points + 3_000 - taken) / 10);
  });

  it('lets go on to the final whom the first round ranks, and nobody else', () => {
    const [first, final] = playedOf('lecture-contest').outcomes;
    const ranked = first?.result.entries.filter(({ rank }) => rank <= 9).map(({ entryId }) => entryId) ?? [];
    expect(final?.result.entries.map(({ entryId }) => entryId).sort()).toEqual(ranked.toSorted());
  });

  it('is played by a journey of its own where the player lacks somebody for it', () => {
    const others = known.flatMap(({ read }) => (isPlayed(read) && !fillsAll(read) ? [read.compiled.id] : []));
    expect(others.toSorted()).toEqual(Object.keys(OWN_JOURNEYS).toSorted());
    for (const journey of Object.values(OWN_JOURNEYS))
      expect(existsSync(join(import.meta.dirname, '..', journey, `${journey}.int-spec.ts`))).toBe(true);
  });
});
