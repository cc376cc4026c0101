import type { LocalDate } from '@jiangong/calendar';
import type { AskedRoll } from '../programme.ts';
import { verdictOfAll } from '../needs/needs.ts';
import type { OffRoll, OnRoll, RollCount, RollFact, RollKey, TestedSubject } from './facts.ts';

/** The roll of an edition as far as it is known: listed or not, and what people put right, before its day as well. */
export type Roll = Readonly<{
  /** The day as of which it was listed; null: not yet. */
  listedAsOf: LocalDate | null;
  listed: ReadonlyMap<string, OnRoll>;
  off: readonly OffRoll[];
  /** What was found of needs when it was listed. */
  tested: ReadonlyMap<string, TestedSubject>;
  included: ReadonlyMap<string, OnRoll>;
  /** With where its entry is kept, where it stood on the roll before. */
  excluded: ReadonlyMap<string, OnRoll | null>;
  /** How many there are of tracks that the office counts. */
  counted: ReadonlyMap<string, number>;
  corrections: number;
}>;

export const noRoll: Roll = {
  listedAsOf: null,
  listed: new Map(),
  off: [],
  tested: new Map(),
  included: new Map(),
  excluded: new Map(),
  counted: new Map(),
  corrections: 0,
};

export const keyOf = ({ trackId, subjectId }: RollKey): string => `${trackId ?? ''}/${subjectId}`;

/** Those taken off it, with where the entry of each is kept, as far as it ever had one. */
export const takenOff = ({ excluded, listed }: Roll): readonly OnRoll[] =>
  [...excluded].flatMap(([key, before]) => before ?? listed.get(key) ?? []);

/** Who stands on it, once everything that people put right is applied; `found` in place of what is not listed yet. */
export const standingOn = (
  { listed, included, excluded }: Roll,
  found: readonly OnRoll[] = [],
): ReadonlyMap<string, OnRoll> => {
  const all = new Map([...listed, ...found.map((one) => [keyOf(one), one] as const), ...included]);
  for (const key of excluded.keys()) all.delete(key);
  return all;
};

/** Of somebody who stands on it the platform could not tell whether he is what the template needs, and the office has not said so either. */
export const isUndecided = ({ tested, included }: Pick<Roll, 'tested' | 'included'>, key: string): boolean =>
  !included.has(key) && verdictOfAll(tested.get(key)?.needs ?? []) === 'undetermined';

/** A track whose whole the office counts: nobody of it stands in a tree. */
export const isByOffice = ({ kinds }: AskedRoll['wholes'][number]): boolean => kinds.length === 0;

/** Each of what is counted, also where nobody stands on it; but for what the office has not counted yet. */
export const countsOf = (
  standing: Iterable<OnRoll>,
  { wholes }: Pick<AskedRoll, 'wholes'>,
  counted: Roll['counted'],
): readonly RollCount[] => {
  const all = [...standing];
  return wholes.flatMap((whole) => {
    const { trackId } = whole;
    const count = isByOffice(whole) ? counted.get(trackId ?? '') : all.filter((one) => one.trackId === trackId).length;
    return count === undefined ? [] : [{ trackId, count }];
  });
};

const without = <T>(all: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> =>
  new Map([...all].filter(([each]) => each !== key));

export const evolveRoll = (roll: Roll, fact: RollFact): Roll => {
  if (fact.type === 'RollListed.v1') {
    const { asOf, on, off } = fact.data;
    const listed = new Map([...roll.listed, ...on.map((one) => [keyOf(one), one] as const)]);
    return { ...roll, listedAsOf: asOf, listed, off: [...roll.off, ...off] };
  }
  if (fact.type === 'RollNeedsTested.v1')
    return {
      ...roll,
      tested: new Map([...roll.tested, ...fact.data.subjects.map((one) => [keyOf(one), one] as const)]),
    };
  const corrections = roll.corrections + 1;
  if (fact.type === 'WholeCounted.v1')
    return { ...roll, counted: new Map([...roll.counted, [fact.data.trackId, fact.data.count]]), corrections };
  const key = keyOf(fact.data);
  if (fact.type === 'SubjectExcluded.v1') {
    const before = roll.included.get(key) ?? roll.listed.get(key) ?? null;
    const excluded = new Map([...roll.excluded, [key, before] as const]);
    return { ...roll, excluded, included: without(roll.included, key), corrections };
  }
  const { trackId, subjectId, nominatorId, homeId } = fact.data;
  const included = new Map([...roll.included, [key, { trackId, subjectId, nominatorId, homeId }] as const]);
  return { ...roll, included, excluded: without(roll.excluded, key), corrections };
};
