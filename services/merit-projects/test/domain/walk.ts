import { entriesDecider } from '../../src/domain/entries/decider.ts';
import { P1 } from './entry-sample.ts';
import { allSteps, beginning, type EntriesDecider, keyOf, type Place } from './walk-steps.ts';

export { beginning, type EntriesDecider, type Place };

export type Walk = Readonly<{ places: ReadonlyMap<string, Place>; ways: ReadonlyMap<string, ReadonlySet<string>> }>;

/** Every place that any order, or time, reaches from the beginning; and from where one gets to each. */
export const walkFrom = (start: Place, decider: EntriesDecider = entriesDecider): Walk => {
  const all = allSteps(decider);
  const places = new Map<string, Place>([[keyOf(start), start]]);
  const ways = new Map<string, Set<string>>();
  const waiting = [start];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const from = keyOf(place);
    for (const { go, out } of all) {
      const next = go(place);
      if (!next) continue;
      const to = keyOf(next);
      if (out) ways.set(to, (ways.get(to) ?? new Set()).add(from));
      if (places.has(to)) continue;
      places.set(to, next);
      waiting.push(next);
    }
  }
  return { places, ways };
};

/** The places from which none of the ends can be reached. */
export const lostPlaces = ({ places, ways }: Walk, isEnd: (place: Place) => boolean): readonly string[] => {
  const saved = new Set<string>();
  const waiting = [...places].filter(([, place]) => isEnd(place)).map(([key]) => key);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (saved.has(key)) continue;
    saved.add(key);
    waiting.push(...(ways.get(key) ?? []));
  }
  return [...places.keys()].filter((key) => !saved.has(key));
};

/** An entry has its end here: evaluation goes on with what entered, and what was never declared waits for nothing. */
export const hasEnded = ({ entries }: Place): boolean => {
  const standing = entries.entries[P1]?.standing.kind;
  if (standing === undefined) return true;
  if (['rejected', 'removed', 'withdrawn', 'missed', 'in-evaluation'].includes(standing)) return true;
  return entries.intake === 'closed' && ['planned', 'underway', 'blocked'].includes(standing);
};
