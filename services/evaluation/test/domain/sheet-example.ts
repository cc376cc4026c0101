import { deciderSpec } from '@jiangong/event-store/testing';
import type { Round } from '../../src/domain/round/state.ts';
import { sheetDecider } from '../../src/domain/sheet/decider.ts';
import type { EntryMarks, MarksWanted, SheetFact, SheetSubmitted } from '../../src/domain/sheet/facts.ts';
import { sheetRoundOf } from '../../src/domain/sheet/sheet-round.ts';
import { after, known, NOW, ROUND, secondly, UNTIL, untilClosed, untilOpen } from './round/example-round.ts';

export const { given } = deciderSpec(sheetDecider);
export const marks = (name: string, innovation: number, effect: number): EntryMarks => ({
  entryId: `entry-${name}`,
  marks: [
    { criterionId: 'innovation', mark: innovation },
    { criterionId: 'effect', mark: effect },
  ],
});
export const open = after(...untilOpen);
export const REOPENED = after(
  ...untilClosed,
  ...secondly({ act: 'ReopenRound', seatIds: ['unit-a'], until: UNTIL, reason: 'wrong-sheet' }),
);
export type At = Readonly<{ personId?: string; round?: Round; now?: string; person?: ReturnType<typeof known> }>;
export const ids = ({ personId = 'officer-a', round = open, now = NOW, person = known(personId) }: At) => ({
  roundId: ROUND,
  sheetId: 'sheet',
  part: 'whole',
  personId,
  round: sheetRoundOf(round, person, now),
  now,
});
export const save = (scores: readonly MarksWanted[], at: At = {}) =>
  ({ type: 'SaveSheet', ...ids(at), scores }) as const;
export const submit = (at: At = {}) => ({ type: 'SubmitSheet', ...ids(at) }) as const;
export const OF_SHEET = {
  roundId: ROUND,
  sheetId: 'sheet',
  seatId: 'unit-a',
  sourceId: 'units',
  part: 'whole',
  personId: 'officer-a',
};
export const saved = (...scores: readonly EntryMarks[]): SheetFact => ({
  type: 'SheetSaved.v1',
  data: { ...OF_SHEET, draft: 1, scores },
});
export const whole = saved(marks('b', 50, 100), marks('c', 0, 6_000));
export const submitted: SheetSubmitted = {
  type: 'SheetSubmitted.v1',
  data: {
    ...OF_SHEET,
    draft: 1,
    grantId: 'grant-officer-a',
    homeId: 'unit-a',
    closing: 1,
    replaces: null,
    submittedAt: NOW,
    items: ['innovation', 'effect'],
    markCount: 4,
    scores: [
      { entryId: 'entry-b', marks: [50, 100] },
      { entryId: 'entry-c', marks: [0, 6_000] },
    ],
  },
};

export const cleared = (...cells: readonly (readonly [string, string])[]): SheetFact => ({
  type: 'MarksCleared.v1',
  data: {
    ...OF_SHEET,
    draft: 1,
    cells: cells.map(([name, criterionId]) => ({ entryId: `entry-${name}`, criterionId })),
  },
});
export const without = (name: string, ...criteria: readonly string[]): MarksWanted => ({
  entryId: `entry-${name}`,
  marks: criteria.map((criterionId) => ({ criterionId, mark: null })),
});
