import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '@jiangong/event-store';
import { computePhase } from '@jiangong/scoring';
import { measureDecider } from '../../../src/domain/measure/decider.ts';
import { BLANK, type Measure } from '../../../src/domain/measure/state.ts';
import { valuesOf } from '../../../src/domain/measure/values-of.ts';
import {
  answerOf,
  by,
  carryOut,
  change,
  closed,
  open,
  propose,
  record,
  reject,
  rules,
  tables,
  takeBack,
  unsealed,
  type Who,
} from './example-measure.ts';

const rounds = { open: open(), closed: closed(), unsealed } as const;
const of = { entryId: fc.constantFrom('entry-a', 'entry-b'), attempt: fc.integer({ min: 1, max: 3 }) };
const numbers = fc.integer({ min: 0, max: 1_000 }).map((tenths) => String(tenths / 10));
const proposals = fc.constantFrom('p1', 'p2', 'p3');

const bare = fc.oneof(
  fc.record({ ...of, value: numbers }).map((one) => record(one)),
  fc.record({ ...of, value: numbers }).map(change),
  fc.record(of).map(takeBack),
  fc.record({ ...of, value: numbers, proposalId: proposals }).map(propose),
  fc.record({ ...of, proposalId: proposals }).map((one) => propose({ ...one, asked: 'none', because: 'attempt-void' })),
  proposals.map((proposalId) => carryOut({ proposalId })),
  proposals.map((proposalId) => reject({ proposalId })),
);
/** Mostly whoever may: a walk of refusals alone would go nowhere. */
const actorOf = (type: string): Who =>
  type === 'CarryOutMeasureAct' || type === 'RejectMeasureProposal' ? 'inspector' : 'organizer';
const steps = fc.array(
  fc.record({
    order: bare,
    who: fc.constantFrom<'natural' | Who>('natural', 'natural', 'natural', 'secretary', 'organizer'),
    round: fc.constantFrom('open' as const, 'open' as const, 'closed' as const, 'unsealed' as const),
  }),
  { minLength: 20, maxLength: 40 },
);

/** The way that somebody still has from here: every value can be taken back or changed, every proposal answered, until the decision. */
const deadEnds = (measure: Measure): readonly string[] => {
  const stuck = [...measure.values.values()]
    .filter(({ given }) => given !== null)
    .filter(({ entryId, attempt }) => {
      const gone = { entryId, attempt, asked: 'none', because: 'attempt-void', proposalId: 'fresh' };
      const last = answerOf(measure, by('organizer', propose(gone), { round: unsealed }));
      return !['ActProposed', 'PROPOSED_ALREADY entryId', 'CHANGED_TOO_OFTEN'].includes(last);
    })
    .map(({ entryId, attempt }) => `value ${entryId} ${attempt}`);
  const waiting = measure.proposals
    .filter(({ proposalId }) =>
      Object.values(rounds).some(
        (round) => answerOf(measure, by('inspector', reject({ proposalId }), { round })) !== 'ProposalRejected',
      ),
    )
    .map(({ proposalId }) => `proposal ${proposalId}`);
  return [...stuck, ...waiting];
};

describe('a walk through what may happen to measured values', () => {
  it('finds no dead end, and nothing that the engine would not count', () => {
    let accepted = 0;
    fc.assert(
      fc.property(steps, (walk) => {
        let measure: Measure = BLANK;
        for (const { order, who, round } of walk) {
          const decision = measureDecider.decide(
            measure,
            by(who === 'natural' ? actorOf(order.type) : who, order, { round: rounds[round] }),
          );
          if (isRefusal(decision)) continue;
          accepted += decision.length;
          measure = decision.reduce(measureDecider.evolve, measure);
        }
        expect(deadEnds(measure)).toEqual([]);
        const { sources, phases } = tables();
        const entries = [{ entryId: 'entry-a' }, { entryId: 'entry-b' }];
        const nothing = { seats: [], sheets: [], recusals: [], carried: [], seed: null };
        const inputs = { ...nothing, entries, values: valuesOf(rules, measure) };
        expect(computePhase({ tablesVersion: 2, sources, phases }, 'main', inputs).kind).toBe('computed');
      }),
      { numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(400);
  });

  it('a planted dead end is found: a value of an entry that the round does not know', () => {
    const given = { value: 1, dayOf: '2021-06-01' };
    const lost = { ...BLANK, values: new Map([['gone/1', { entryId: 'gone', attempt: 1, given, changes: 0 }]]) };
    expect(deadEnds(lost)).toEqual(['value gone 1']);
  });
});
