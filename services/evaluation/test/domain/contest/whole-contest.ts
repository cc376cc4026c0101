import type { ContestFact } from '../../../src/domain/contest/facts.ts';
import { isContestFact } from '../../../src/domain/contest/facts.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import { factsOf } from '../round/example-round.ts';
import {
  call,
  closing,
  drawing,
  marked,
  markedByAll,
  opened,
  openMarks,
  putOff,
  reopening,
  show,
} from './example-contest.ts';

/** Who was drawn for the first place, from the secret and the digits of the example. */
const orderOf = (round: Round): readonly string[] =>
  ('contest' in round ? (round.contest.order ?? []) : []).map((entryId) => entryId.replace('entry-', ''));

const play = (orders: readonly RoundOrder[], from: Round) => {
  const facts: ContestFact[] = [];
  let round = from;
  for (const order of orders)
    for (const fact of factsOf(round, order)) {
      round = roundDecider.evolve(round, fact);
      if (isContestFact(fact)) facts.push(fact);
    }
  return { facts, round };
};

const drawn = play([...opened, drawing()], roundDecider.initial);
const [first = '', second = ''] = orderOf(drawn.round);
const again = [
  ...markedByAll(second, 4_000),
  marked('expert-2', second, [3_000, 5_000], { part: `entry-${second}.2` }),
];

/** A contest from the opening on, with every fact that there is. */
export const contestFacts: readonly ContestFact[] = [
  ...drawn.facts,
  ...play(
    [
      putOff(first),
      call(second),
      closing(second, ['expert-1', 'expert-3'], 'unreachable'),
      reopening(second, ['expert-2']),
      closing(second, ['expert-2']),
      openMarks(second, again),
      show(second, again),
    ],
    drawn.round,
  ).facts,
];
