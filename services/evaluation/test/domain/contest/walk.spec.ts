import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import { queueOf } from '../../../src/domain/contest/state.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import { entriesIn, isRunning, type Round } from '../../../src/domain/round/state.ts';
import { after, NOW } from '../round/example-round.ts';
import {
  call,
  closing,
  drawing,
  JURY,
  markedByAll,
  opened,
  openMarks,
  putOff,
  reopening,
  show,
} from './example-contest.ts';

const NAMES = ['a', 'b', 'c'] as const;

/** What is refused changes nothing. */
const given = (round: Round, order: RoundOrder): Round => {
  const decision = roundDecider.decide(round, order);
  return isRefusal(decision) ? round : decision.reduce(roundDecider.evolve, round);
};

const orders = fc.oneof(
  fc.constant(drawing()),
  ...NAMES.flatMap((name) => [
    fc.constant(call(name)),
    fc.constant(putOff(name, 'technical-fault')),
    fc.constant(closing(name)),
    fc.constant(closing(name, ['expert-1'], 'left')),
    fc.constant(openMarks(name, markedByAll(name, 4_000))),
    fc.constant(show(name, markedByAll(name, 4_000))),
    fc.constant(reopening(name, ['expert-2'])),
    fc.constant<RoundOrder>({ type: 'TakeOutEntry', now: NOW, entryId: `entry-${name}`, reason: 'blocked' }),
    fc.constant<RoundOrder>({ type: 'PutBackEntry', now: NOW, entryId: `entry-${name}`, reason: 'block-lifted' }),
  ]),
);

const contestOf = (round: Round) => {
  if (!isRunning(round)) throw new Error('the contest does not run');
  return { contest: round.contest, judged: entriesIn(round).map(({ entryId }) => entryId) };
};
const nameOf = (entryId: string): string => entryId.replace('entry-', '');

/** Draws where it was not, ends the turn under way, and calls one after the other. */
const finished = (from: Round): Round => {
  let round = given(from, drawing());
  for (const turn of contestOf(round).contest.turns)
    if (turn.standing === 'on-stage') round = given(round, closing(nameOf(turn.entryId), [...JURY]));
  const { contest, judged } = contestOf(round);
  for (const entryId of queueOf(contest, judged))
    for (const order of [call(nameOf(entryId)), closing(nameOf(entryId))]) round = given(round, order);
  return round;
};

describe('a contest, whatever was ordered in it', () => {
  it('comes to its end: everybody who is judged has his turn', () =>
    fc.assert(
      fc.property(fc.array(orders, { maxLength: 25 }), (sent) => {
        const round = finished(sent.reduce(given, after(...opened)));
        const { contest, judged } = contestOf(round);
        // Whom somebody called and put off nine times is taken out, or the round is annulled: that is two persons' matter.
        const usedUp = (entryId: string): boolean => contest.turns.filter((one) => one.entryId === entryId).length >= 9;
        expect(queueOf(contest, judged).filter((entryId) => !usedUp(entryId))).toEqual([]);
      }),
      { numRuns: 400 },
    ));

  it('has one entry on the stage at most, and nobody twice in the queue', () =>
    fc.assert(
      fc.property(fc.array(orders, { maxLength: 25 }), (sent) => {
        const { contest, judged } = contestOf(sent.reduce(given, after(...opened)));
        expect(contest.turns.filter(({ standing }) => standing === 'on-stage').length).toBeLessThan(2);
        const queue = queueOf(contest, judged);
        expect(new Set(queue).size).toBe(queue.length);
        expect(queue.every((entryId) => judged.includes(entryId))).toBe(true);
      }),
      { numRuns: 400 },
    ));
});
