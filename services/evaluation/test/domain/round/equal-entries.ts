import type { RoundFact } from '../../../src/domain/round/facts.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import { fillingOrders, type LaterPhase } from '../../../src/domain/round/later-phase.ts';
import type { RoundTerms } from '../../../src/domain/round/proposal.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import {
  admit,
  after,
  assign,
  carryOut,
  close,
  factsOf,
  LEADER,
  NOW,
  open,
  prepare,
  propose,
  setWindow,
  sheet,
  tablesOf,
  tally,
} from './example-round.ts';

const [first] = tablesOf().phases;
if (first === undefined) throw new Error('the example has a phase');
export const main = first;

export const afterFact = roundDecider.evolve;

/** The first of the heats goes on; equal ones are the body's to choose among, one more than the places at most where that is said. */
export const final = (first = 1, edgeMax?: number): LaterPhase => ({
  ...main,
  id: 'final',
  admits: { kind: 'from', phase: 'main', first, edge: 'body', ...(edgeMax === undefined ? {} : { edgeMax }) },
});
const MARKS = { a: [4_000, 5_000], b: [4_000, 5_000], c: [4_000, 5_000], d: [1_000, 1_000] } as const;
export const all = [sheet('expert-1', MARKS), sheet('officer-z', MARKS)];
/** Three rank alike, for one place; the fourth is behind them. */
export const equals = (phase = final()): Round =>
  after(
    ...[prepare({ ...tablesOf(), phases: [main, phase] }), admit('a'), admit('b'), admit('c'), admit('d')],
    ...[assign('expert-1', 'officer-z'), setWindow(4), open, close],
    ...tally(all),
  );
const later = after({
  ...prepare({ ...tablesOf(), phases: [main, final()] }),
  roundId: 'final-1',
  phase: 'final',
} as RoundOrder);
export const goesOn = (round: Round, phase = final()): readonly string[] =>
  fillingOrders(round, later, phase, NOW).flatMap((order) =>
    order.type === 'AdmitEntry' ? [order.entry.entryId] : [],
  );
export const choice = (...names: readonly string[]): Extract<RoundTerms, { act: 'ChooseGoingOn' }> => ({
  act: 'ChooseGoingOn',
  phase: 'final',
  entryIds: names.map((name) => `entry-${name}`),
  minutesNumber: '建纪〔2021〕7号',
});
export const chosen = (round: Round, names: readonly string[], proposalId = 'proposal-1'): Round =>
  [propose(choice(...names), proposalId), carryOut(proposalId, LEADER)].reduce(
    (standing, order) => factsOf(standing, order).reduce((before, fact) => afterFact(before, fact), standing),
    round,
  );

const proposed = equals();
/** The facts of a choice, as they are stored. */
export const goingOnFacts: readonly RoundFact[] = factsOf(
  factsOf(proposed, propose(choice('b'))).reduce(afterFact, proposed),
  carryOut('proposal-1', LEADER),
);
