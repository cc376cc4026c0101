import type { Instant } from '@jiangong/calendar';
import type { Decider, Refusal } from '@jiangong/event-store';
import { firstRefusal, textRefusal, type TextReason } from '@jiangong/wording';
import { type EditionTerms, entersAt } from '../edition/terms.ts';
import type { EditionRoll } from '../edition/state.ts';
import * as limits from '../limits.ts';
import { listsPeople } from '../programme.ts';
import type { OnRoll, RollFact, RollKey, TestedSubject } from './facts.ts';
import { type FoundOnRoll, judgedRoll } from './needs.ts';
import { countsOf, evolveRoll, isByOffice, isUndecided, keyOf, noRoll, type Roll, standingOn } from './state.ts';

type Terms = Pick<EditionTerms, 'editionId' | 'kind' | 'roll' | 'stages' | 'needs' | 'tables'>;
type Order<T extends string, D> = Readonly<{ type: T; now: Instant; terms: Terms } & D>;

/** From the scheduler: who stood on the roll on its day, as far as the platform knows now. */
export type ListRoll = Order<'ListRoll', { found: FoundOnRoll }>;
/** Who does not belong on it is taken off, before its day as well; `ExcludeSubject` and `IncludeSubject` are each other's opposites. */
export type ExcludeSubject = Order<'ExcludeSubject', RollKey & { why: string }>;
export type IncludeSubject = Order<'IncludeSubject', OnRoll & { why: string }>;
/** The office says how many there are of a track whom no tree holds; said again, it puts right what was said. */
export type CountWhole = Order<'CountWhole', { trackId: string; count: number; why: string }>;
export type RollOrder = ListRoll | ExcludeSubject | IncludeSubject | CountWhole;

export type RollReason =
  | TextReason
  | 'EDITION_CLOSED'
  | 'EDITION_ABANDONED'
  | 'NO_ROLL'
  | 'ROLL_NOT_DUE'
  | 'ROLL_TOO_LONG'
  | 'ROLL_CLOSED'
  | 'TRACK_UNKNOWN'
  | 'SUBJECT_NOT_ON_ROLL'
  | 'SUBJECT_ON_ROLL_ALREADY'
  | 'SUBJECT_EXCLUDED_ALREADY'
  | 'LIST_TAKEN_OFF_BY_TWO'
  | 'TOO_MANY_ROLL_CORRECTIONS'
  | 'COUNTED_FROM_THE_TREE'
  | 'ROLL_COUNT_INVALID';

export type RollRefusal = Refusal<RollReason>;
type Decision = readonly RollFact[] | RollRefusal;

const tooLong = (count: number, max: number): RollRefusal => ({
  reason: 'ROLL_TOO_LONG',
  field: 'editionId',
  details: { count, max },
});

/** Whoever enters is judged beside all others: no round takes more; what is only counted may be the whole tree. */
export const lengthRefusal = ({ enters }: Pick<EditionRoll, 'enters'>, count: number): RollRefusal | undefined => {
  const max = enters ? limits.ROLL_ENTRIES_MAX : limits.ROLL_COUNTED_MAX;
  return count > max ? tooLong(count, max) : undefined;
};

const inParts = <T>(all: readonly T[], part: number): readonly T[] =>
  all.slice(part * limits.ROLL_PART_MAX, (part + 1) * limits.ROLL_PART_MAX);

const testedParts = (editionId: string, tested: readonly TestedSubject[], knownTo: number): readonly RollFact[] => {
  const parts = Math.ceil(tested.length / limits.ROLL_PART_MAX);
  return Array.from({ length: parts }, (_, part) => ({
    type: 'RollNeedsTested.v1' as const,
    data: { editionId, knownTo, part: part + 1, parts, subjects: inParts(tested, part) },
  }));
};

/** Once: whatever comes to be known later of that day changes no list. */
const listRoll = (roll: Roll, asked: EditionRoll, { now, terms, found }: ListRoll): Decision => {
  if (roll.listedAsOf !== null) return [];
  if (now < asked.listsAt) return { reason: 'ROLL_NOT_DUE', field: 'editionId', details: { listsAt: asked.listsAt } };
  const { on, off, tested } = judgedRoll(terms.needs, found);
  const standing = standingOn(roll, on);
  const long = lengthRefusal(asked, standing.size);
  if (long) return long;
  const counts = countsOf(standing.values(), asked, roll.counted);
  const parts = Math.max(1, Math.ceil(Math.max(on.length, off.length) / limits.ROLL_PART_MAX));
  const { editionId } = terms;
  const listed = Array.from({ length: parts }, (_, part) => ({
    type: 'RollListed.v1' as const,
    data: {
      ...{ editionId, asOf: asked.asOf, part: part + 1, parts, on: inParts(on, part), off: inParts(off, part) },
      counts,
    },
  }));
  return [...testedParts(editionId, tested, found.knownTo), ...listed];
};

/** Until entries enter: afterwards two offices take an entry out, and nobody is put beside those who are being scored. */
const correctionRefusal = (
  roll: Roll,
  asked: EditionRoll,
  { now, terms, trackId, why }: ExcludeSubject | IncludeSubject | CountWhole,
): RollRefusal | undefined => {
  const since = entersAt(terms);
  return firstRefusal<RollRefusal>(
    textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' }),
    asked.wholes.some((whole) => whole.trackId === trackId) ? undefined : { reason: 'TRACK_UNKNOWN', field: 'track' },
    since !== null && now >= since ? { reason: 'ROLL_CLOSED', field: 'editionId', details: { since } } : undefined,
    roll.corrections >= limits.ROLL_CORRECTIONS_MAX
      ? { reason: 'TOO_MANY_ROLL_CORRECTIONS', details: { max: limits.ROLL_CORRECTIONS_MAX } }
      : undefined,
  );
};

const countsAfter = (after: Roll, asked: EditionRoll) =>
  after.listedAsOf === null ? null : countsOf(standingOn(after).values(), asked, after.counted);

const excludeSubject = (roll: Roll, asked: EditionRoll, order: ExcludeSubject): Decision => {
  const refusal = correctionRefusal(roll, asked, order);
  if (refusal) return refusal;
  const { terms, trackId, subjectId, why } = order;
  // Whoever the platform found entitled is taken off by two, over his entry.
  if (listsPeople(terms.tables)) return { reason: 'LIST_TAKEN_OFF_BY_TWO', field: 'subjectId' };
  const key = keyOf(order);
  if (roll.excluded.has(key)) return { reason: 'SUBJECT_EXCLUDED_ALREADY', field: 'subjectId' };
  if (roll.listedAsOf !== null && !standingOn(roll).has(key))
    return { reason: 'SUBJECT_NOT_ON_ROLL', field: 'subjectId' };
  const { editionId } = terms;
  const fact: RollFact = {
    type: 'SubjectExcluded.v1',
    data: { editionId, trackId, subjectId, counts: null, prose: { why } },
  };
  return [{ ...fact, data: { ...fact.data, counts: countsAfter(evolveRoll(roll, fact), asked) } }];
};

const includeSubject = (roll: Roll, asked: EditionRoll, order: IncludeSubject): Decision => {
  const refusal = correctionRefusal(roll, asked, order);
  if (refusal) return refusal;
  const { terms, trackId, subjectId, nominatorId, homeId, why } = order;
  // Of whoever is marked it says that he is what the template needs: the office has looked.
  if (standingOn(roll).has(keyOf(order)) && !isUndecided(roll, keyOf(order)))
    return { reason: 'SUBJECT_ON_ROLL_ALREADY', field: 'subjectId' };
  const { editionId } = terms;
  const fact: RollFact = {
    type: 'SubjectIncluded.v1',
    data: { editionId, trackId, subjectId, nominatorId, homeId, counts: null, prose: { why } },
  };
  const after = evolveRoll(roll, fact);
  const long = lengthRefusal(asked, standingOn(after).size);
  return long ?? [{ ...fact, data: { ...fact.data, counts: countsAfter(after, asked) } }];
};

const countWhole = (roll: Roll, asked: EditionRoll, order: CountWhole): Decision => {
  const { terms, trackId, count, why } = order;
  const { ROLL_COUNTED_MAX: max } = limits;
  const refusal =
    correctionRefusal(roll, asked, order) ??
    firstRefusal<RollRefusal>(
      asked.wholes.some((whole) => whole.trackId === trackId && isByOffice(whole))
        ? undefined
        : { reason: 'COUNTED_FROM_THE_TREE', field: 'track' },
      Number.isSafeInteger(count) && count >= 1 && count <= max
        ? undefined
        : { reason: 'ROLL_COUNT_INVALID', field: 'count', details: { max } },
    );
  if (refusal) return refusal;
  const { editionId } = terms;
  const fact: RollFact = { type: 'WholeCounted.v1', data: { editionId, trackId, count, counts: null, prose: { why } } };
  return [{ ...fact, data: { ...fact.data, counts: countsAfter(evolveRoll(roll, fact), asked) } }];
};

const decide = (roll: Roll, order: RollOrder): Decision => {
  const { kind, roll: asked } = order.terms;
  if (kind === 'closed') return { reason: 'EDITION_CLOSED' };
  if (kind === 'abandoned') return { reason: 'EDITION_ABANDONED' };
  if (asked === null) return { reason: 'NO_ROLL', field: 'editionId' };
  switch (order.type) {
    case 'ListRoll':
      return listRoll(roll, asked, order);
    case 'ExcludeSubject':
      return excludeSubject(roll, asked, order);
    case 'IncludeSubject':
      return includeSubject(roll, asked, order);
    case 'CountWhole':
      return countWhole(roll, asked, order);
  }
};

/** Who stands on the roll of an edition (stream `merit-projects.roll-<edition>`): the system lists it once, people put it right. */
export const rollDecider: Decider<Roll, RollOrder, RollFact, RollRefusal> = {
  initial: noRoll,
  evolve: evolveRoll,
  decide,
};
