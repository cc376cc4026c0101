import { paperBoxDecider } from '../../../src/domain/paper-box/decider.ts';
import type { PaperBoxFact } from '../../../src/domain/paper-box/facts.ts';
import { type PaperBox, UNCOUNTED } from '../../../src/domain/paper-box/state.ts';
import { by, closed, confirm, contradict, count, factsOf, opening } from './example-paper-box.ts';

const orders = [
  by('organizer', count('c1')),
  by('inspector', contradict('c1')),
  by('organizer', count('c2')),
  by('inspector', confirm('c2')),
  by('organizer', opening, { round: closed() }),
];

/** Every fact of a paper box, made by today's rule book. */
export const paperBoxFacts: readonly PaperBoxFact[] = orders.reduce<{
  box: PaperBox;
  facts: readonly PaperBoxFact[];
}>(
  ({ box, facts }, order) => {
    const made = factsOf(box, order);
    return { box: made.reduce(paperBoxDecider.evolve, box), facts: [...facts, ...made] };
  },
  { box: UNCOUNTED, facts: [] },
).facts;
