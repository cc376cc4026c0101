import { createHash } from 'node:crypto';
import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { compareIds } from '../ids.ts';
import type { OutcomeRule } from './outcome-rule.ts';
import type { ChecklistInputs, GivenBonus, PhaseInputs, SeatSheet } from './phase-inputs.ts';
import type { PhaseResult } from './phase-result.ts';
import type { PhaseTables } from './phase.ts';

/** SHA-256 of the RFC 8785 form of `{outcome, tables}`: everything that decides, frozen before the first sheet. */
export const phaseRulesHash = (tables: PhaseTables, outcome: readonly OutcomeRule[]): string =>
  sha256Hex(canonicalBytes({ outcome, tables }));

/** SHA-256 of the RFC 8785 form of the result. */
export const phaseResultHash = (result: PhaseResult): string => sha256Hex(canonicalBytes(result));

/** The keys that there are, in the order given (alphabetical: the caller says them so). */
const object = <T extends object>(from: T, keys: readonly (keyof T)[]): object =>
  Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));

const byAll =
  <T>(...keys: readonly ((item: T) => string | number | undefined)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      const [left, right] = [key(a) ?? '', key(b) ?? ''];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };

const sheetText = (sheet: SeatSheet): string =>
  JSON.stringify({
    ...object(sheet, ['items', 'part']),
    scores: [...sheet.scores]
      .sort((a, b) => compareIds(a.entryId, b.entryId))
      .map(({ entryId, marks }) => ({ entryId, marks })),
    ...object(sheet, ['seatId', 'sourceId']),
  });

const written =
  <T extends object>(...keys: readonly (keyof T)[]) =>
  (item: T): string =>
    JSON.stringify(object(item, keys));

/** A list's name, its items sorted, and how each is written; written only when it is its turn. */
const list = <T>(
  name: string,
  items: readonly T[],
  keys: readonly ((item: T) => string | number | undefined)[],
  write: (item: T) => string,
) => ({
  name,
  *texts(): Generator<string> {
    for (const item of [...items].sort(byAll(...keys))) yield write(item);
  },
});

type OfItem = Readonly<{ sourceId: string; entryId: string; itemId: string; period: number }>;
const ofItem: readonly ((one: OfItem) => string | number)[] = [
  ({ sourceId }) => sourceId,
  ({ entryId }) => entryId,
  ({ itemId }) => itemId,
  ({ period }) => period,
];

/** What check-lists hold, list by list; only where there are some. */
const checkLists = ({ marks, occurrences, outside, own }: ChecklistInputs) => [
  list(
    'checkMarks',
    marks,
    [...ofItem, ({ by }) => by, ({ officeId }) => officeId],
    written('by', 'entryId', 'itemId', 'marks', 'officeId', 'period', 'sourceId'),
  ),
  list(
    'checkOccurrences',
    occurrences,
    [({ sourceId }) => sourceId, ({ occurrenceId }) => occurrenceId],
    written('count', 'entryId', 'itemId', 'occurrenceId', 'period', 'sourceId'),
  ),
  list(
    'checkOutside',
    outside,
    [({ sourceId }) => sourceId, ({ entryId }) => entryId, ({ areaId }) => areaId, ({ period }) => period],
    written('areaId', 'entryId', 'period', 'sourceId'),
  ),
  list(
    'checkOwn',
    own,
    [({ sourceId }) => sourceId, ({ entryId }) => entryId, ({ itemId }) => itemId],
    written('entryId', 'itemId', 'sourceId'),
  ),
];

/** What was granted of bonuses; only where there are some. */
const bonusList = (bonuses: readonly GivenBonus[]) =>
  list(
    'bonuses',
    bonuses,
    [({ sourceId }) => sourceId, ({ claimId }) => claimId],
    written('claimId', 'entryId', 'honour', 'itemId', 'points', 'sourceId'),
  );

/**
 * SHA-256 of the RFC 8785 form of the inputs and `version: 2`, every list but `items` and `marks` sorted by its ids;
 * the four lists of `checks`, `bonuses` and `ballots` stand beside the others, where there are any. Ids are
 * plain ASCII and numbers are integers, so JSON.stringify with the keys in order is that form; written piecewise, since
 * twenty million marks fit no string.
 */
export const phaseInputsHash = (inputs: PhaseInputs): string => {
  const { ballots, bonuses, carried, checks, entries, recusals, seats, seed, sheets, values } = inputs;
  const hash = createHash('sha256');
  const lists = [
    ...(ballots === undefined
      ? []
      : [
          list(
            'ballots',
            ballots,
            [({ sourceId }) => sourceId, ({ entryId }) => entryId],
            written('cast', 'counts', 'entryId', 'issued', 'sourceId', 'void'),
          ),
        ]),
    ...(bonuses === undefined ? [] : [bonusList(bonuses)]),
    list(
      'carried',
      carried,
      [({ phase }) => phase, ({ entryId }) => entryId, ({ period }) => period],
      written('denominator', 'entryId', 'numerator', 'period', 'phase'),
    ),
    ...(checks === undefined ? [] : checkLists(checks)),
    list('entries', entries, [({ entryId }) => entryId], written('category', 'entryId', 'home')),
    list(
      'recusals',
      recusals,
      [({ who }) => who, ({ id }) => id, ({ entryId }) => entryId],
      written('entryId', 'id', 'who'),
    ),
    list(
      'seats',
      seats.map((seat) => (seat.entryIds ? { ...seat, entryIds: [...seat.entryIds].sort(compareIds) } : seat)),
      [({ sourceId }) => sourceId, ({ seatId }) => seatId],
      written('entryIds', 'personId', 'seatId', 'sourceId'),
    ),
    { name: 'seed', texts: () => undefined },
    list('sheets', sheets, [({ sourceId }) => sourceId, ({ seatId }) => seatId, ({ part }) => part], sheetText),
    list(
      'values',
      values,
      [({ sourceId }) => sourceId, ({ entryId }) => entryId, ({ attempt }) => attempt],
      written('attempt', 'denominator', 'entryId', 'numerator', 'sourceId'),
    ),
  ];
  hash.update('{');
  for (const { name, texts } of lists) {
    const found = texts();
    hash.update(`"${name}":`);
    if (found === undefined) hash.update(JSON.stringify(seed));
    else {
      hash.update('[');
      let between = '';
      for (const text of found) {
        hash.update(between + text);
        between = ',';
      }
      hash.update(']');
    }
    hash.update(',');
  }
  return hash.update('"version":2}').digest('hex');
};
