import { type DealFact, isDealFact } from '../../../src/domain/deal/facts.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import { carryOut, factsOf, LEADER, NOW, OFFICE, propose } from '../round/example-round.ts';
import { dealing, groundOf, opened } from './example-deal.ts';

const dealGround = groundOf({}, { 'expert-3': [{ homeId: 'unit-c', leftOn: '2020-12-06' }] });
const terms = { act: 'DismissConflict', personId: 'expert-3', entryId: 'entry-c', reason: 'no-tie' } as const;

const orders: readonly RoundOrder[] = [
  ...opened,
  { ...propose(terms, 'hit', OFFICE, NOW), dealGround } as RoundOrder,
  carryOut('hit', LEADER, { now: NOW, dealGround }),
  dealing({ ground: dealGround }),
];

/** A deal from the opening on, with every fact that there is. */
export const dealFacts: readonly DealFact[] = (() => {
  const facts: DealFact[] = [];
  let round = roundDecider.initial;
  for (const order of orders)
    for (const fact of factsOf(round, order)) {
      round = roundDecider.evolve(round, fact);
      if (isDealFact(fact)) facts.push(fact);
    }
  return facts;
})();
