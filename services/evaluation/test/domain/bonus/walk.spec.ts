import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '@jiangong/event-store';
import { computePhase } from '@jiangong/scoring';
import { bonusDecider } from '../../../src/domain/bonus/decider.ts';
import { grantedOf } from '../../../src/domain/bonus/granted-of.ts';
import { BLANK, type Bonus, honourOf, isWaiting, stands } from '../../../src/domain/bonus/state.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import {
  answerOf,
  by,
  carryOut,
  claim,
  claimBrand,
  closed,
  decide,
  decline,
  open,
  propose,
  reconsider,
  reject,
  tables,
  type Who,
  withdraw,
} from './example-bonus.ts';

const unsealed = { ...closed(), seed: 'a'.repeat(64) } as Round;
const rounds = { open: open(), closed: closed(), unsealed } as const;
const claimIds = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const levels = fc.constantFrom('city', 'province', 'nation');
const honours = fc.constantFrom('全省先进', '青年文明号', '红心窗口');
const proposals = fc.constantFrom('p1', 'p2');
const same = fc.constantFrom('', '', '', 'c1', 'c2');
const judged = fc.record({ claimId: claimIds, levelId: levels, sameAs: same, why: fc.constant('经核实。') });

const bare = fc.oneof(
  fc.record({ claimId: claimIds, levelId: levels, honour: honours, sameAs: same }).map(claim),
  fc.record({ claimId: claimIds, honour: honours, points: fc.integer({ min: 1, max: 150 }) }).map(claimBrand),
  claimIds.map((claimId) => withdraw({ claimId })),
  judged.map(decide),
  fc
    .record({ claimId: claimIds, points: fc.integer({ min: 1, max: 150 }) })
    .map((one) => decide({ ...one, levelId: '', why: '经核实。' })),
  claimIds.map((claimId) => decline({ claimId })),
  judged.map(reconsider),
  fc.record({ claimId: claimIds, levelId: levels, proposalId: proposals }).map(propose),
  proposals.map((proposalId) => carryOut({ proposalId })),
  proposals.map((proposalId) => reject({ proposalId })),
);
/** Mostly whoever may: a walk of refusals alone would go nowhere. */
const actorOf = (type: string): Who =>
  type === 'ClaimBonus' || type === 'WithdrawClaim'
    ? 'secretary'
    : type === 'CarryOutBonusAct' || type === 'RejectBonusProposal'
      ? 'inspector'
      : 'organizer';
const steps = fc.array(
  fc.record({
    order: bare,
    who: fc.constantFrom<'natural' | Who>('natural', 'natural', 'natural', 'secretary', 'organizer'),
    round: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'closed' as const, 'unsealed' as const),
  }),
  { minLength: 20, maxLength: 40 },
);

/** The way that somebody still has from here: a claim is decided or decided anew, a proposal answered, in whatever state of the round. */
const deadEnds = (bonus: Bonus): readonly string[] => {
  const stuck = bonus.claims
    .filter((one) => !one.withdrawn)
    .filter(({ claimId }) => {
      const last = answerOf(
        bonus,
        by(
          'organizer',
          propose({ claimId, outcome: 'declined', levelId: '', reason: 'counted-elsewhere', proposalId: 'fresh' }),
          { round: unsealed },
        ),
      );
      return !['ActProposed', 'PROPOSED_ALREADY claimId', 'VERDICT_STANDS claimId', 'DECIDED_TOO_OFTEN'].includes(last);
    })
    .map(({ claimId }) => `claim ${claimId}`);
  const waiting = bonus.proposals
    .filter(({ proposalId }) =>
      Object.values(rounds).some(
        (round) => answerOf(bonus, by('inspector', reject({ proposalId }), { round })) !== 'ProposalRejected',
      ),
    )
    .map(({ proposalId }) => `proposal ${proposalId}`);
  return [...stuck, ...waiting];
};

describe('a walk through what may happen to claims', () => {
  it('finds no dead end, no honour that counts in two items, and nothing that the engine would not count', () => {
    let accepted = 0;
    fc.assert(
      fc.property(steps, (walk) => {
        let bonus: Bonus = BLANK;
        for (const { order, who, round } of walk) {
          const decision = bonusDecider.decide(
            bonus,
            by(who === 'natural' ? actorOf(order.type) : who, order, { round: rounds[round] }),
          );
          if (isRefusal(decision)) continue;
          accepted += decision.length;
          bonus = decision.reduce(bonusDecider.evolve, bonus);
        }
        expect(deadEnds(bonus)).toEqual([]);
        const itemOf = new Map<string, string>();
        for (const one of bonus.claims.filter((each) => stands(each) && !isWaiting(each))) {
          expect(itemOf.get(honourOf(one)) ?? one.itemId).toBe(one.itemId);
          itemOf.set(honourOf(one), one.itemId);
        }
        const { sources, phases } = tables();
        const { granted } = grantedOf(new Map([['entry-a', bonus]]));
        const inputs = {
          entries: [{ entryId: 'entry-a' }],
          seats: [],
          sheets: [],
          recusals: [],
          values: [],
          carried: [],
          seed: null,
        };
        const outcome = computePhase({ tablesVersion: 2, sources, phases }, 'main', { ...inputs, bonuses: granted });
        expect(outcome.kind).toBe('computed');
      }),
      { numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(400);
  });

  it('a planted dead end is found: a claim of an item that the tables no longer have', () => {
    const lost = {
      ...BLANK,
      claims: [
        {
          claimId: 'c1',
          sourceId: 'bonus',
          itemId: 'gone',
          levelId: null,
          points: 1,
          honour: '',
          honourId: 'c1',
          achievedOn: '2021-01-01',
          evidence: [],
          claimedBy: 'x',
          withdrawn: false,
          verdict: null,
          verdicts: 0,
        },
      ],
    };
    expect(deadEnds(lost)).toEqual(['claim c1']);
  });
});
