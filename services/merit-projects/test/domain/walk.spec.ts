import { beforeAll, describe, expect, it } from '@jest/globals';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import { beginning, type EntriesDecider, hasEnded, lostPlaces, type Place, type Walk, walkFrom } from './walk.ts';
import { P1 } from './entry-sample.ts';

const ended = (place: Place): boolean => place.edition.kind === 'closed' && hasEnded(place);
const isOpen =
  (stageId: string) =>
  ({ edition }: Place): boolean =>
    edition.stages.some((stage) => stage.stageId === stageId && stage.progress === 'open');

describe('from every state of edition and entry that any order, or time, reaches', () => {
  let walk: Walk;
  beforeAll(() => {
    walk = walkFrom(beginning, entriesDecider);
  });

  it('the walk is a long one, and meets every standing', () => {
    expect(walk.places.size).toBeGreaterThan(500);
    const met = new Set([...walk.places.values()].map(({ entries }) => entries.entries[P1]?.standing.kind ?? 'none'));
    expect([...met].toSorted()).toEqual([
      ...['blocked', 'clearance-requested', 'cleared', 'declared', 'in-evaluation', 'missed', 'none', 'planned'],
      ...['published', 'rejected', 'removed', 'returned', 'reviewed', 'underway', 'withdrawn'],
    ]);
  });

  it('a closed edition with its entry at an end is reached, without giving the edition up', () => {
    expect(lostPlaces(walk, ended)).toEqual([]);
  });

  it('scoring, decision and commendation can be open again', () => {
    for (const stageId of ['score', 'decide', 'second-notice', 'commend'])
      expect([stageId, lostPlaces(walk, isOpen(stageId))]).toEqual([stageId, []]);
  });

  it('what was objected to can be answered', () => {
    const answered = ({ entries }: Place): boolean =>
      Object.values(entries.entries[P1]?.objections ?? {}).every(({ state }) => state === 'settled');
    expect(lostPlaces(walk, answered)).toEqual([]);
  });
});

describe('a planted dead end is found', () => {
  /** As it was once: what is cleared but not published when entries enter is left behind without a word. */
  const forgetful: EntriesDecider = {
    ...entriesDecider,
    decide: (state, order) => {
      const decision = entriesDecider.decide(state, order);
      if (order.type !== 'CloseIntake' || !Array.isArray(decision)) return decision;
      return (decision as readonly { type: string; data: object }[]).map((fact) => ({
        ...fact,
        data: { ...fact.data, missed: [] },
      })) as never;
    },
  };

  it('entries that miss without being told', () => {
    const lost = lostPlaces(walkFrom(beginning, forgetful), ended);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.some((key) => key.includes('| cleared | closed'))).toBe(true);
  });
});
