import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import { isRefusal } from '@jiangong/event-store';
import { ballotDecider } from '../src/domain/ballot/decider.ts';
import type { BallotFact } from '../src/domain/ballot/facts.ts';
import type { BallotOrder } from '../src/domain/ballot/orders.ts';
import { cast, CLOSES, issued, opening, setting } from './domain/ballot/example-ballot.ts';
import { codesOf, codeSetting, making, proposing, rejecting, using, voiding } from './domain/ballot/example-codes.ts';
import { paper, papersIssued } from './domain/ballot/example-papers.ts';

const madeBy = (orders: readonly BallotOrder[]): readonly BallotFact[] => {
  let ballot = ballotDecider.initial;
  return orders.flatMap((order) => {
    const made = ballotDecider.decide(ballot, order);
    if (isRefusal(made)) throw new Error(made.reason);
    ballot = made.reduce(ballotDecider.evolve, ballot);
    return made;
  });
};

const ballots = [1, 2, 3, 4, 5].map((token) => cast(token, token % 2));
const papers = [1, 2, 3, 4, 5].map((token) => paper(token, [token % 2, 1, 1, 1]));
/** A batch that was used, one that was lost, and one that was found again. */
const codeOrders: readonly BallotOrder[] = [
  codeSetting,
  making(),
  making(codesOf(2, 'found'), { batchId: 'found' }),
  ...[proposing('officer', 'found'), rejecting('leader', 'found')],
  ...[opening, using('code-0001'), proposing(), voiding('leader')],
];
/**
 * Every fact of a ballot, made by today's rule book: one that is played, one whose round is annulled, papers of several answers, and codes by
 * which the public votes.
 */
const facts = [
  ...madeBy(codeOrders).filter(({ type }) => type.startsWith('VoteCode')),
  ...madeBy([...issued, opening, { type: 'CloseBallot', now: CLOSES, ballots }]),
  ...madeBy([setting, { type: 'AnnulBallot', now: CLOSES }]),
  ...madeBy([...papersIssued, { type: 'CloseBallot', now: CLOSES, ballots: papers }]).filter(
    ({ type }) => type === 'PapersOpened.v1',
  ),
];

goldenFacts<BallotFact>(
  join(import.meta.dirname, 'golden-ballot'),
  Object.fromEntries(facts.toReversed().map(({ type, data }) => [type, data])) as unknown as FactSamples<BallotFact>,
);
