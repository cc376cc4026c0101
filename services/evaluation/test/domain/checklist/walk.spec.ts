import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '@jiangong/event-store';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import type { ChecklistOrder } from '../../../src/domain/checklist/orders.ts';
import { BLANK, type Checklist, isClosed } from '../../../src/domain/checklist/state.ts';
import {
  answer,
  answerOf,
  by,
  carryOut,
  closedRound,
  closePeriod,
  openRound,
  proposeAct,
  record,
  reject,
  review,
  scoreSelf,
  withdraw,
} from './example-checklist.ts';

const rounds = { open: openRound(), closed: closedRound() } as const;
const DAYS = ['2021-02-01', '2021-05-01', '2021-08-01', '2021-11-01'] as const;
const [periods, ids, proposals] = [
  fc.constantFrom(1, 2, 3),
  fc.constantFrom('o1', 'o2', 'o3'),
  fc.constantFrom('p1', 'p2'),
];

const bare = fc.oneof(
  fc.record({ occurrenceId: ids, effectiveOn: fc.constantFrom(...DAYS) }).map(record),
  ids.map((occurrenceId) => withdraw({ occurrenceId })),
  periods.map((period) => closePeriod({ period })),
  ids.map((occurrenceId) => answer({ occurrenceId })),
  fc
    .record({ occurrenceId: ids, proposalId: proposals })
    .map(({ occurrenceId, proposalId }) =>
      proposeAct({ act: 'WithdrawOccurrence', occurrenceId, reason: 'not-established' }, { proposalId }),
    ),
  fc
    .record({ period: periods, proposalId: proposals })
    .map(({ period, proposalId }) =>
      proposeAct({ act: 'ReopenPeriod', part: 'quarter', period, reason: 'mark-wrong' }, { proposalId }),
    ),
  proposals.map((proposalId) => carryOut({ proposalId })),
  proposals.map((proposalId) => reject({ proposalId })),
  fc.constantFrom(review([200, 100]), review([]), scoreSelf([250, 100])),
);
const steps = fc.array(
  fc.record({
    order: bare,
    who: fc.constantFrom('organizer' as const, 'secretary' as const, 'acceptor' as const),
    round: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'closed' as const),
  }),
  { minLength: 20, maxLength: 30 },
);

/** The way somebody still has from here: a finding can be withdrawn, a period opened again, a proposal answered. */
const deadEnds = (list: Checklist): readonly string[] => {
  const round = rounds.open;
  const ask = (order: ChecklistOrder) => answerOf(list, order);
  const fresh = { proposalId: 'fresh' };
  const findings = list.occurrences
    .filter(({ withdrawn }) => withdrawn === null)
    .filter(({ occurrenceId, period }) => {
      const alone = ask(by('organizer', withdraw({ occurrenceId }), { round }));
      const second = ask(
        by('organizer', proposeAct({ act: 'WithdrawOccurrence', occurrenceId, reason: 'not-established' }, fresh)),
      );
      return isClosed(list, 'quarter', period)
        ? !['ActProposed', 'PROPOSED_ALREADY entryId'].includes(second)
        : alone !== 'OccurrenceWithdrawn';
    })
    .map(({ occurrenceId }) => `finding ${occurrenceId}`);
  const shut = list.periods
    .filter(({ closed }) => closed)
    .filter(({ period }) => {
      const told = ask(
        by('organizer', proposeAct({ act: 'ReopenPeriod', part: 'quarter', period, reason: 'mark-wrong' }, fresh)),
      );
      return !['ActProposed', 'PROPOSED_ALREADY entryId', 'TOO_MANY_REOPENINGS'].includes(told);
    })
    .map(({ period }) => `period ${period}`);
  const waiting = list.proposals
    .filter(({ proposalId }) =>
      [rounds.open, rounds.closed].some(
        (each) => ask(by('organizer', reject({ proposalId }), { round: each })) !== 'ProposalRejected',
      ),
    )
    .map(({ proposalId }) => `proposal ${proposalId}`);
  return [...findings, ...shut, ...waiting];
};

describe('a walk through what may happen to a list', () => {
  it('finds no dead end, and no withdrawn finding, closed period or lapsed proposal that moved by itself', () => {
    let accepted = 0;
    fc.assert(
      fc.property(steps, (walk) => {
        let list: Checklist = BLANK;
        for (const { order, who, round } of walk) {
          const decision = checklistDecider.decide(list, by(who, order, { round: rounds[round] }));
          if (isRefusal(decision)) continue;
          accepted += decision.length;
          const before = list;
          list = decision.reduce(checklistDecider.evolve, list);
          for (const { occurrenceId, withdrawn } of before.occurrences) {
            const after = list.occurrences.find((one) => one.occurrenceId === occurrenceId);
            expect(after?.withdrawn).toBe(withdrawn ?? after?.withdrawn);
          }
          expect(deadEnds(list)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(300);
  });

  it('a planted one is found: a closed period that nobody can open again any more', () => {
    const list: Checklist = { ...BLANK, periods: [{ part: 'half', period: 1, closed: true, reopened: 0 }] };
    expect(deadEnds(list)).toEqual(['period 1']);
  });
});
