import { shippedHolidays } from '@jiangong/calendar';
import { type Decider, type Fact, isRefusal, type Refusal } from '@jiangong/event-store';
import { decideTaken } from '../../../src/domain/decision/decide-taken.ts';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import type { DecisionFact } from '../../../src/domain/decision/facts.ts';
import type { TakenFact } from '../../../src/domain/decision/taken-facts.ts';
import type { TakenOrder } from '../../../src/domain/decision/taken-orders.ts';
import { documentsDecider } from '../../../src/domain/document/decider.ts';
import type { DocumentFact } from '../../../src/domain/document/facts.ts';
import { honourDecider } from '../../../src/domain/honour/decider.ts';
import type { HonourFact } from '../../../src/domain/honour/facts.ts';
import type { HonourOrder } from '../../../src/domain/honour/orders.ts';
import { namingDecider } from '../../../src/domain/naming/decider.ts';
import type { NamingFact } from '../../../src/domain/naming/facts.ts';
import type { NamingOrder } from '../../../src/domain/naming/orders.ts';
import { granted, INSPECTOR, OFFICER, propose } from '../honour/example-honour.ts';
import { computeNaming } from '../naming/example-naming.ts';
import { make, withdraw } from '../document/example-document.ts';
import {
  attest,
  decidable,
  DECISION,
  evolved,
  facts,
  issueCircular,
  member,
  minutesOf,
  NOW,
  ranked,
  recordMinutes,
  bodyOf,
  COMMITTEE,
} from './example-decidable.ts';

/** What follows when these orders are decided one after the other; throws on a refusal. */
const decided = <S, O, F extends Fact, R extends Refusal>(
  decider: Decider<S, O, F, R>,
  orders: readonly O[],
): readonly F[] => {
  let state = decider.initial;
  const made: F[] = [];
  for (const order of orders) {
    const decision = decider.decide(state, order);
    if (isRefusal(decision)) throw new Error(`${decision.reason} ${decision.field ?? ''}`);
    for (const fact of decision) state = decider.evolve(state, fact);
    made.push(...decision);
  }
  return made;
};

const RECORD = recordMinutes({
  own: bodyOf(COMMITTEE, 'l1', 'l2', 'l3', member('l4', 'unit-a')),
  present: ['l1', 'l2', 'l3', 'l4'],
  terms: { departures: [{ entryId: 'entry-b', rule: 'first' }], choices: [], exceeding: ['first'] },
  reasons: { departures: ['群众反映突出'], choices: [], exceeding: ['名额适当放宽'] },
});

/** Every fact of minutes: recorded, attested, and (of others) taken back. */
export const decisionFacts: readonly DecisionFact[] = [
  ...decided(decisionDecider, [RECORD, attest('l1'), attest('l2'), attest('l3')]),
  ...decided(decisionDecider, [RECORD, { type: 'WithdrawMinutes', now: NOW, by: 'officer-1', why: '编号有误' }]).slice(
    1,
  ),
];

const takenBy = (of: Decidable, orders: readonly TakenOrder[]): readonly TakenFact[] => {
  let standing = of;
  const made: TakenFact[] = [];
  for (const order of orders)
    for (const fact of facts<TakenFact, Refusal>(decideTaken(standing, order))) {
      standing = { ...standing, taken: evolved(standing.taken, fact) };
      made.push(fact);
    }
  return made;
};

const LATER = '2021-12-20T02:00:00.000Z';
const before = { resultHash: 'b'.repeat(64), computedAt: NOW, ranking: [ranked('b', 1)] };
const standing = decidable({
  before,
  notice: { noticeId: 'proposed', days: 5, clock: 'working' },
  annulments: [],
  annulled: [],
});
const proposal = {
  proposalId: 'p',
  act: 'AnnulDecision',
  proposedBy: OFFICER.personId,
  role: OFFICER.role,
  proposedAt: NOW,
  terms: { act: 'AnnulDecision', decisionId: DECISION, reason: 'wrong-result' },
} as const;

const untilCircular = takenBy(standing, [
  { type: 'TakeDecision', now: NOW, minutes: minutesOf(RECORD) },
  { type: 'PublishProposal', now: NOW, holidays: shippedHolidays },
  { type: 'HearObjection', now: NOW, objectionId: 'objection-1', entryId: 'entry-a' },
  { type: 'HearObjectionSettled', now: LATER, objectionId: 'objection-1', upheld: false },
  issueCircular(5, { now: LATER }),
]);

/** Every fact that a body's decision adds to the stream that is decided upon. */
export const takenFacts: readonly TakenFact[] = [
  ...untilCircular,
  ...takenBy(
    {
      ...standing,
      annulments: [proposal],
      taken: untilCircular.reduce(evolved, standing.taken),
    },
    [{ type: 'AnnulDecision', now: LATER, proposalId: 'p', by: INSPECTOR, why: '汇总有误' }],
  ),
];

const AFTER = '2022-03-01T02:00:00.000Z';
const carry = { now: AFTER, proposalId: 'p', by: INSPECTOR, why: '已核实' } as const;

/** Every fact of an honour: granted, rechecked, withdrawn, its plaque asked back, restored. */
export const honourFacts: readonly HonourFact[] = decided<unknown, HonourOrder, HonourFact, Refusal>(
  honourDecider as Decider<unknown, HonourOrder, HonourFact, Refusal>,
  [
    { type: 'GrantHonour', now: AFTER, granted: granted.data },
    {
      type: 'RecheckHonour',
      now: AFTER,
      by: OFFICER,
      effectiveOn: '2022-02-28',
      outcome: 'to-rectify',
      rectifyBy: '2022-04-01',
      report: '台账不全',
    },
    propose(),
    { type: 'RejectHonourProposal', ...carry },
    propose(),
    { type: 'WithdrawHonour', ...carry },
    { type: 'RecallPlaque', now: AFTER, by: OFFICER, dueOn: '2022-03-31', why: '登记有误。' },
    { type: 'ReturnPlaque', now: AFTER, by: OFFICER, effectiveOn: '2022-03-01' },
    propose({ act: 'RestoreHonour', reason: 'withdrawn-in-error' }),
    { type: 'RestoreHonour', ...carry },
  ],
);

const namingList = decided<unknown, NamingOrder, NamingFact, Refusal>(
  namingDecider as Decider<unknown, NamingOrder, NamingFact, Refusal>,
  [computeNaming()],
);

/** Every fact of a naming that is its own. */
export const namingFacts: readonly NamingFact[] = [
  ...namingList,
  {
    type: 'NamingOutdated.v1',
    data: {
      roundId: '60000000-0000-4000-8000-000000000001',
      editionId: 'naming-edition',
      seriesId: 'series',
      committeeId: COMMITTEE,
      because: 'honour-withdrawn',
      id: 'h2021-1',
    },
  },
  {
    type: 'NamingCorrected.v1',
    data: {
      ...{ roundId: '60000000-0000-4000-8000-000000000001', editionId: 'naming-edition' },
      ...{ seriesId: 'series', committeeId: COMMITTEE, proposalId: 'q', organizationId: 'u3', change: 'put-on' },
      ...{ proposedBy: OFFICER.personId, correctedBy: INSPECTOR.personId, role: INSPECTOR.role, correctedAt: NOW },
      ...{ predecessor: 'a'.repeat(64), resultHash: 'b'.repeat(64), prose: { why: '属实' } },
    },
  },
  {
    type: 'ActProposed.v1',
    data: {
      roundId: '60000000-0000-4000-8000-000000000001',
      editionId: 'naming-edition',
      ...proposal,
      prose: { why: '一等奖已撤销' },
    },
  },
  {
    type: 'ProposalRejected.v1',
    data: {
      roundId: '60000000-0000-4000-8000-000000000001',
      editionId: 'naming-edition',
      proposalId: 'p',
      act: 'AnnulDecision',
      rejectedBy: OFFICER.personId,
      role: OFFICER.role,
      prose: { why: '撤回' },
    },
  },
];

/** Every fact of documents: made, taken back. */
export const documentFacts: readonly DocumentFact[] = decided(documentsDecider, [make(), withdraw()]);
