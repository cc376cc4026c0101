import { isRefusal } from '@jiangong/event-store';
import { roundDecider } from '../../../src/domain/round/decider.ts';
import type { RoundFact } from '../../../src/domain/round/facts.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import { type NotesFact, notesDecider } from '../../../src/domain/notes/notes.ts';
import type { EvaluatorReminded } from '../../../src/domain/reminders/reminders.ts';
import { sheetDecider } from '../../../src/domain/sheet/decider.ts';
import type { SheetFact } from '../../../src/domain/sheet/facts.ts';
import { sheetRoundOf } from '../../../src/domain/sheet/sheet-round.ts';
import {
  AFTER,
  after,
  assign,
  factsOf,
  INSPECTOR,
  known,
  LATER,
  NOW,
  OFFICE,
  open,
  close,
  EDITION,
  propose,
  ROUND,
  secondly,
  setWindow,
  tally,
  UNTIL,
  untilOpen,
  untilPrepared,
} from './example-round.ts';

const SEALED = { hindrance: null, writable: false, entries: 3 } as const;

const orders: readonly ScoringOrder[] = [
  ...untilPrepared,
  setWindow(),
  { type: 'TakeRoll', now: NOW, counts: [{ track: null, count: 70 }] },
  assign('officer-a', 'officer-z', 'expert-1', 'expert-2'),
  { type: 'DeclareRecusal', now: NOW, personId: 'officer-z', entryId: 'entry-b', reason: 'former-unit' },
  { type: 'VacateSeat', now: NOW, personId: 'expert-2', reason: 'unavailable', by: 'office' },
  {
    type: 'MoveEntry',
    now: NOW,
    entryId: 'entry-c',
    homeId: 'unit-d',
    answerable: ['leader-c'],
    effectiveOn: '2021-12-04',
  },
  { type: 'TakeOutEntry', now: NOW, entryId: 'entry-c', reason: 'blocked' },
  { type: 'PutBackEntry', now: NOW, entryId: 'entry-c', reason: 'block-lifted' },
  open,
  close,
  ...secondly({ act: 'LiftRecusal', personId: 'officer-z', entryId: 'entry-b', reason: 'entered-in-error' }, 'lift'),
  propose({ act: 'AnnulRound', reason: 'entries-wrong' }, 'turned down'),
  { type: 'RejectProposal', now: AFTER, proposalId: 'turned down', by: INSPECTOR, why: '理由不充分' },
  ...secondly({ act: 'ExcuseSeat', seatId: 'expert-1', reason: 'ill' }, 'excuse'),
  {
    type: 'RequestReopening',
    requestId: 'first',
    personId: 'officer-z',
    sheet: SEALED,
    why: '漏看了一份材料',
    now: AFTER,
  },
  { type: 'WithdrawReopeningRequest', personId: 'officer-z', now: AFTER },
  { type: 'RequestReopening', requestId: 'second', personId: 'officer-z', sheet: SEALED, why: '打错一格', now: AFTER },
  { type: 'DeclineReopening', requestId: 'second', by: OFFICE, why: '与他人相差不大', now: AFTER },
  ...secondly({ act: 'ReopenRound', seatIds: ['unit-z'], until: UNTIL, reason: 'recusal-lifted' }, 'reopen'),
  { type: 'CloseRound', now: LATER, why: 'due' },
  ...tally(undefined, [100, 200]),
  ...secondly({ act: 'AnnulRound', reason: 'irregularity' }, 'annul'),
];

/** Every fact of a round's own, from its preparation to its annulment, made by today's rule book. */
export const roundFacts: readonly RoundFact[] = orders.reduce<{ round: Round; facts: readonly RoundFact[] }>(
  ({ round, facts }, order) => {
    const made = factsOf(round, order);
    return { round: made.reduce(roundDecider.evolve, round), facts: [...facts, ...made] };
  },
  { round: roundDecider.initial, facts: [] },
).facts;

const ids = {
  roundId: ROUND,
  sheetId: 'sheet',
  part: 'whole',
  personId: 'officer-a',
  round: sheetRoundOf(after(...untilOpen), known('officer-a'), NOW),
  now: NOW,
};
const marks = (entryId: string) => ({
  entryId,
  marks: [
    { criterionId: 'innovation', mark: 50 },
    { criterionId: 'effect', mark: 100 },
  ],
});

export const sheetFacts: readonly SheetFact[] = [
  { type: 'SaveSheet', ...ids, scores: [marks('entry-b'), marks('entry-c')] } as const,
  {
    type: 'SaveSheet',
    ...ids,
    scores: [{ entryId: 'entry-b', marks: [{ criterionId: 'innovation', mark: null }] }],
  } as const,
  { type: 'SaveSheet', ...ids, scores: [marks('entry-b')] } as const,
  { type: 'SubmitSheet', ...ids } as const,
  { type: 'MarkLate', ...ids, seatId: 'unit-a', sourceId: 'units', closing: 1 } as const,
].reduce<{ facts: readonly SheetFact[] }>(
  ({ facts }, order) => {
    const decision = sheetDecider.decide(facts.reduce(sheetDecider.evolve, sheetDecider.initial), order);
    if (isRefusal(decision)) throw new Error(decision.reason);
    return { facts: [...facts, ...decision] };
  },
  { facts: [] },
).facts;

const { now: _now, sheetId: _sheet, part: _part, ...inRound } = ids;
const note = { type: 'KeepNote', ...inRound, notesId: 'notes', entryId: 'entry-b', over: false } as const;

export const notesFacts: readonly NotesFact[] = [
  { ...note, note: '亮点突出，佐证偏少。' },
  { ...note, note: '' },
].reduce<readonly NotesFact[]>((facts, order) => {
  const decision = notesDecider.decide(facts.reduce(notesDecider.evolve, notesDecider.initial), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return [...facts, ...decision];
}, []);

export const reminderFacts: readonly EvaluatorReminded[] = [
  {
    type: 'EvaluatorReminded.v1',
    data: { roundId: ROUND, editionId: EDITION, seatId: 'unit-a', personId: 'officer-a', remindedAt: NOW },
  },
];
