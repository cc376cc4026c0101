import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import type { OpenedSheet } from '../../../src/domain/round/orders.ts';
import type { RoundTerms } from '../../../src/domain/round/proposal.ts';
import { isPrepared, isRunning, latestResult, isOutdated, type Round } from '../../../src/domain/round/state.ts';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import { minutesOf, recordMinutes } from '../decision/example-decidable.ts';
import { decidableOf } from '../../../src/domain/round/decide-decision.ts';
import {
  admit,
  assign,
  carryOut,
  draw,
  INSPECTOR,
  known,
  LEADER,
  OFFICE,
  prepare,
  propose,
  setWindow,
  sheet,
  tablesOf,
} from './example-round.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2021-12-01T02:00:00.000Z');

/** A round with what stands around it: the clock, the log's positions, and the sheets that evaluators handed in. */
type World = Readonly<{
  round: Round;
  day: number;
  position: number;
  indexes: readonly number[];
  handedIn: readonly OpenedSheet[];
}>;
type Step = (world: World) => World;

const nowOf = ({ day }: World): string => new Date(START + day * DAY_MS).toISOString();
const until = (world: World, days: number): string => new Date(START + (world.day + days) * DAY_MS).toISOString();

const decided = (world: World, order: RoundOrder): World => {
  const decision = roundDecider.decide(world.round, { ...order, now: nowOf(world) } as RoundOrder);
  if (isRefusal(decision)) return world;
  let { round, position, indexes } = world;
  for (const fact of decision) {
    round = roundDecider.evolve(round, fact);
    position += 1;
    if (fact.type === 'RoundClosed.v1') indexes = [...indexes, position];
  }
  return { ...world, round, position, indexes };
};
const order =
  (given: RoundOrder): Step =>
  (world) =>
    decided(world, given);

const ALL = { a: [3_000, 5_000], b: [2_000, 4_000], c: [1_000, 3_000] } as const;
/** What a real sheet would be refused for is not handed in: a seat that is open, in time. */
const handIn =
  (personId: string): Step =>
  (world) => {
    const { round, position } = world;
    if (round.kind !== 'open' || nowOf(world) >= round.closesAt) return world;
    const seat = round.seats.find((one) => one.personId === personId && one.held === 'held');
    if (seat === undefined || (round.open !== null && !round.open.includes(seat.seatId))) return world;
    const handedIn = sheet(personId, ALL, {
      seatId: seat.seatId,
      sourceId: seat.sourceId,
      closing: round.closing,
      position: position + 1,
      submittedAt: nowOf(world),
      hash: `${personId} ${position}`,
    });
    return { ...world, position: position + 1, handedIn: [...world.handedIn, handedIn] };
  };
const tallyStep: Step = (world) => {
  const indexes = world.indexes.map((lastIndex, at) => ({ closing: at + 1, lastIndex }));
  const opened = decided(world, {
    type: 'OpenSheets',
    now: '',
    indexes,
    closedHash: 'closed',
    secret: draw.secret,
    sheets: world.handedIn,
    carried: [],
  });
  return decided(opened, { type: 'ComputeTally', now: '', sheets: world.handedIn, carried: [] });
};
const decideStep: Step = (world) => {
  const decidable = decidableOf(world.round);
  if ('reason' in decidable || decidable.result === null) return world;
  const now = nowOf(world);
  const order = recordMinutes({
    now,
    decidable,
    resultHash: decidable.result.resultHash,
    meetingOn: now.slice(0, 10),
  });
  // Minutes that the rule book of decisions refuses decide nothing.
  if (isRefusal(decisionDecider.decide(decisionDecider.initial, order))) return world;
  return decided(world, { type: 'TakeDecision', now, minutes: minutesOf(order) });
};

const passDays =
  (days: number): Step =>
  (world) => ({ ...world, day: world.day + days });
const secondly =
  (terms: (world: World) => RoundTerms): Step =>
  (world) => {
    const proposalId = `p${world.position} ${world.day}`;
    const proposed = decided(world, propose(terms(world), proposalId, OFFICE));
    return decided(proposed, carryOut(proposalId, INSPECTOR, { candidates: ['expert-2', 'expert-3'].map(known) }));
  };
const seats = ({ round }: World): readonly string[] =>
  isPrepared(round) ? round.seats.filter(({ held }) => held === 'held').map(({ seatId }) => seatId) : [];

/** Everything that may happen, time included. */
const STEPS: Readonly<Record<string, Step>> = {
  prepare: order(prepare(tablesOf({ least: 1, missing: 'refuse', absent: 'refuse' }))),
  'admit a': order(admit('a')),
  'admit b': order(admit('b')),
  'admit c': order(admit('c')),
  'assign a': order(assign('officer-a')),
  'assign z': order(assign('officer-z')),
  'assign expert': order(assign('expert-1')),
  'assign another': order(assign('expert-4')),
  window: (world) => {
    const entered = isPrepared(world.round) ? world.round.entries.length : 0;
    return decided(world, setWindow(entered, until(world, 5), world.position));
  },
  open: order({ type: 'OpenRound', now: '', draw }),
  close: order({ type: 'CloseRound', now: '', why: 'stage' }),
  'close when due': order({ type: 'CloseRound', now: '', why: 'due' }),
  'hand in a': handIn('officer-a'),
  'hand in z': handIn('officer-z'),
  'hand in expert': handIn('expert-1'),
  'a day passes': passDays(1),
  'ten days pass': passDays(10),
  tally: tallyStep,
  decide: decideStep,
  block: order({ type: 'TakeOutEntry', now: '', entryId: 'entry-a', reason: 'blocked' }),
  lift: order({ type: 'PutBackEntry', now: '', entryId: 'entry-a', reason: 'block-lifted' }),
  die: order({ type: 'VacateSeat', now: '', personId: 'expert-1', reason: 'deceased', by: 'membership' }),
  leave: order({ type: 'VacateSeat', now: '', personId: 'officer-z', reason: 'conflict-of-interest', by: 'office' }),
  recuse: order({ type: 'DeclareRecusal', now: '', personId: 'officer-z', entryId: 'entry-b', reason: 'kinship' }),
  'recuse late': secondly(() => ({
    act: 'DeclareRecusal',
    personId: 'officer-z',
    entryId: 'entry-c',
    reason: 'kinship',
  })),
  'lift recusal': secondly(() => ({
    act: 'LiftRecusal',
    personId: 'officer-z',
    entryId: 'entry-c',
    reason: 'entered-in-error',
  })),
  'propose only': order(propose({ act: 'AnnulRound', reason: 'irregularity' }, 'waiting', OFFICE)),
  annulDecision: (world) => {
    const { round } = world;
    if (round.kind !== 'decided' && round.kind !== 'commended') return world;
    const { decisionId } = round.decision;
    const proposed = decided(
      world,
      propose({ act: 'AnnulDecision', decisionId, reason: 'wrong-result' }, 'undo', OFFICE),
    );
    return decided(proposed, { type: 'AnnulDecision', now: '', proposalId: 'undo', by: LEADER, why: '有误' });
  },
};

/** Ways on that a committee has, tried in this order until the round has ended or nothing changes any more. */
const WAYS: Readonly<Record<string, Step>> = {
  prepare: STEPS['prepare'] as Step,
  admit: STEPS['admit a'] as Step,
  window: (world) =>
    isPrepared(world.round) && world.round.kind === 'prepared' ? (STEPS['window'] as Step)(world) : world,
  'open by hand': STEPS['open'] as Step,
  'open late': secondly((world) => ({ act: 'OpenLate', until: until(world, 5) })),
  'assign evaluators': order(assign('officer-a', 'officer-z', 'expert-1')),
  'hand in a': STEPS['hand in a'] as Step,
  'hand in z': STEPS['hand in z'] as Step,
  'hand in expert': STEPS['hand in expert'] as Step,
  'time passes': (world) => (world.round.kind === 'open' ? passDays(20)(world) : world),
  'close with stage': STEPS['close'] as Step,
  'close when due': STEPS['close when due'] as Step,
  tally: tallyStep,
  'turn down what waits': (world) =>
    isPrepared(world.round)
      ? world.round.proposals.reduce(
          (standing, { proposalId }) =>
            decided(standing, { type: 'RejectProposal', now: '', proposalId, by: INSPECTOR, why: '不予采纳' }),
          world,
        )
      : world,
  decide: decideStep,
  'annul the decision': (world) =>
    isRunning(world.round) && world.round.kind === 'decided' && isOutdated(world.round)
      ? (STEPS['annulDecision'] as Step)(world)
      : world,
  reopen: secondly((world) => ({
    act: 'ReopenRound',
    seatIds: seats(world),
    until: until(world, 5),
    reason: 'sheets-missing',
  })),
};

const annulStep = secondly(() => ({ act: 'AnnulRound', reason: 'no-result-possible' }));

/** A decision in force over what is current, a commendation, or an annulment after which the next round begins. */
const hasEnded = ({ round }: World): boolean => {
  if (round.kind === 'annulled' || round.kind === 'commended') return true;
  return round.kind === 'decided' && latestResult(round) !== undefined && !isOutdated(round);
};

type Ways = Readonly<Record<string, Step>>;
/** Whether the committee reaches an end from here by these ways. */
const reachesEnd = (from: World, ways: Ways, last: Step): boolean => {
  let world = from;
  for (let turn = 0; turn < 4; turn++)
    for (const way of Object.values(ways)) {
      if (hasEnded(world)) return true;
      world = way(world);
    }
  return hasEnded(world) || hasEnded(last(world));
};

const BEGINNING: World = { round: roundDecider.initial, day: 0, position: 0, indexes: [], handedIn: [] };
const walks = fc.array(fc.constantFrom(...Object.keys(STEPS)), { maxLength: 40 });
const walked = (names: readonly string[]): World =>
  names.reduce((world, name) => (STEPS[name] as Step)(world), BEGINNING);

describe('from every state of a round', () => {
  it('an end can be reached', () =>
    fc.assert(
      fc.property(walks, (names) => reachesEnd(walked(names), WAYS, annulStep)),
      { numRuns: 500, seed: 9 },
    ));
  it('a way that is taken away is missed: the planted dead end', () => {
    const late = ['prepare', 'admit a', 'assign expert', 'window', 'ten days pass'];
    const { 'open late': _late, window: _window, ...blocked } = WAYS;
    const nowhere: Step = (world) => world;
    expect(reachesEnd(walked(late), WAYS, nowhere)).toBe(true);
    expect(reachesEnd(walked(late), blocked, nowhere)).toBe(false);
    expect(() =>
      fc.assert(
        fc.property(walks, (names) => reachesEnd(walked(names), blocked, nowhere)),
        { numRuns: 500, seed: 9 },
      ),
    ).toThrow();
  });
});
