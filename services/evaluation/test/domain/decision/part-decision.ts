import { shippedHolidays } from '@jiangong/calendar';
import { type Fact, isRefusal, type Refusal } from '@jiangong/event-store';
import { decideTaken } from '../../../src/domain/decision/decide-taken.ts';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import type { TakenFact } from '../../../src/domain/decision/taken-facts.ts';
import type { TakenOrder } from '../../../src/domain/decision/taken-orders.ts';
import { unitParts } from '../../../src/domain/decision/unit-division.ts';
import { decidablePart } from '../../../src/domain/decision/unit-part.ts';
import { INSPECTOR, OFFICER } from '../honour/example-honour.ts';
import {
  bodyOf,
  COMMITTEE,
  decidable,
  DECISION,
  entryOf,
  evolved,
  facts,
  issueCircular,
  minutesOf,
  NOW,
  recordMinutes,
  rule,
} from './example-decidable.ts';

const LATER = '2021-12-20T02:00:00.000Z';
const DUE = '2021-12-09T16:00:00.000Z';
const [PART] = unitParts(
  COMMITTEE,
  ['a', 'b', 'c'].map((name) => ({ entryId: `entry-${name}`, path: ['unit-1', `branch-${name}`] })),
  new Set(['unit-1']),
);
if (PART === undefined) throw new Error('nothing is divided');

const standing: Decidable = {
  ...decidablePart(
    decidable({
      entries: ['a', 'b', 'c'].map((name) => ({ ...entryOf(name), homeId: 'unit-1' })),
      outcome: [rule({ id: 'named', pick: { by: 'first', count: 1 }, edge: 'out' })],
      notice: { noticeId: 'proposed', days: 5, clock: 'working', again: 'remaining' },
    }),
    PART,
  ),
  makers: ['notice', 'commend'],
};

const RECORD = recordMinutes({
  decidable: standing,
  own: bodyOf('unit-1', 'o1', 'o2'),
  present: ['o1', 'o2'],
  terms: { departures: [], choices: [], exceeding: [] },
  reasons: { departures: [], choices: [], exceeding: [] },
});

const recorded = (): readonly Fact[] => {
  const decision = decisionDecider.decide(decisionDecider.initial, RECORD);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return decision;
};

const proposal = {
  ...{ proposalId: 'p', act: 'AnnulDecision', proposedBy: OFFICER.personId, role: OFFICER.role, proposedAt: NOW },
  terms: { act: 'AnnulDecision', decisionId: DECISION, reason: 'wrong-result' },
} as const;

const takenBy = (orders: readonly TakenOrder[]): readonly TakenFact[] => {
  let now = standing;
  const made: TakenFact[] = [];
  for (const order of orders) {
    if (order.type === 'AnnulDecision') now = { ...now, annulments: [proposal] };
    for (const fact of facts<TakenFact, Refusal>(decideTaken(now, order))) {
      now = { ...now, taken: evolved(now.taken, fact) };
      made.push(fact);
    }
  }
  return made;
};

/** Every fact that names the unit whose committee decides over its part: published by the office above, in place of the unit. */
export const partFacts: readonly Fact[] = [
  ...recorded(),
  ...takenBy([
    { type: 'TakeDecision', now: NOW, minutes: minutesOf(RECORD) },
    {
      ...{ type: 'PublishProposal', now: NOW, holidays: shippedHolidays, unitId: 'unit-1' },
      maker: { role: 'committee-officer', superiorReason: '该单位逾期未公示', dueBy: DUE },
    },
    { type: 'HearObjection', now: NOW, objectionId: 'objection-1', entryId: 'entry-a' },
    { type: 'HearObjectionSettled', now: LATER, objectionId: 'objection-1', upheld: false },
    {
      ...issueCircular(1, { now: LATER }),
      ...{ unitId: 'unit-1', maker: { role: 'committee-officer', superiorReason: '该单位逾期未通报', dueBy: DUE } },
    },
    { type: 'AnnulDecision', now: LATER, proposalId: 'p', by: INSPECTOR, why: '汇总有误' },
  ]),
];
