import type { By } from '../../src/domain/by.ts';
import type { ProblemFact, ProblemRef } from '../../src/domain/problem/facts.ts';
import type { ProblemOrder } from '../../src/domain/problem/orders.ts';
import { BY, COMMITTEE, EDITION, UNIT } from './edition-sample.ts';
import { EVIDENCE } from './entry-sample.ts';

export const PROBLEM = '99999999-9999-4999-8999-999999999999';
export const MEASURE = '98989898-9898-4898-8898-989898989898';
export const NOW = '2021-12-06T02:00:00.000Z';
export const TODAY = '2021-12-06';
export const DUE = '2022-01-31';
export const NEXT_OWNER = '97979797-9797-4797-8797-979797979797';

export const by = {
  finder: BY.officer,
  colleague: { ...BY.officer, personId: 'another-officer' },
  leader: { ...BY.officer, personId: 'a-leader', role: 'committee-leader' },
  inspector: BY.inspector,
  unit: BY.unit,
  successor: { ...BY.unit, personId: 'who-came-after' },
  secretary: { personId: 'a-secretary', role: 'branch-secretary', organizationId: 'a-branch' },
} as const satisfies Readonly<Record<string, By>>;

export const ref: ProblemRef = { problemId: PROBLEM, editionId: EDITION, committeeId: COMMITTEE, ownerId: UNIT };

type Kind = ProblemOrder['type'];
type Order<T extends Kind> = Extract<ProblemOrder, { type: T }>;
const GIVEN = { now: NOW, by: by.finder, terms: { editionId: EDITION, committeeId: COMMITTEE, abandoned: false } };

const SAMPLES: { readonly [T in Kind]: Omit<Order<T>, 'type' | 'now' | 'by' | 'terms' | 'problemId'> & { by?: By } } = {
  FindProblem: {
    ...{ organizationId: UNIT, entryId: null, source: 'inspection', kind: 'organization', severity: 'ordinary' },
    ...{ title: '党员大会记录不全', foundOn: TODAY, description: '第三季度无记录。' },
  },
  AssignProblem: { ownerId: UNIT, ownerRole: 'unit-officer', dueOn: DUE },
  ExtendDeadline: { dueOn: '2022-02-28', why: '年末工作集中。' },
  HandOverProblem: { ownerId: NEXT_OWNER, ownerRole: 'unit-officer', dueOn: DUE, cause: 'merged', why: '已并入。' },
  AddMeasure: { measureId: MEASURE, measure: '已补齐记录。', evidence: [EVIDENCE], by: by.unit },
  RemoveMeasure: { measureId: MEASURE, why: '照片传错。', by: by.unit },
  HandInProblem: { note: '请予核查。', by: by.unit },
  TakeBackProblem: { why: '材料不齐。', by: by.unit },
  SendBackProblem: { ofOwner: false, dueOn: DUE, why: '照片看不清。' },
  CloseProblem: { ofOwner: false, note: '已现场核查。', by: by.colleague },
  ReopenProblem: { ofOwner: false, dueOn: DUE, why: '复查时问题重现。' },
  ProposeWithdrawal: { proposalId: 'proposal-1', why: '认定有误。' },
  RejectWithdrawal: { proposalId: 'proposal-1', why: '认定无误。', by: by.inspector },
  WithdrawProblem: { ofOwner: false, proposalId: 'proposal-1', why: '同意。', by: by.inspector },
};

/** An order that is accepted where its state is right. */
export const order = <T extends Kind>(type: T, over: Partial<Order<T>> = {}): Order<T> =>
  ({ type, ...GIVEN, problemId: PROBLEM, ...SAMPLES[type], ...over }) as unknown as Order<T>;

const who = ({ personId, role }: By) => ({ personId, role });
const office = who(by.finder);
const unit = who(by.unit);

export const facts = {
  found: {
    type: 'ProblemFound.v1',
    data: {
      ...{ ...ref, ...office, organizationId: UNIT, entryId: null, source: 'inspection', kind: 'organization' },
      ...{
        severity: 'ordinary',
        title: '党员大会记录不全',
        foundOn: TODAY,
        prose: { description: '第三季度无记录。' },
      },
    },
  },
  assigned: { type: 'ProblemAssigned.v1', data: { ...ref, ...office, ownerRole: 'unit-officer', dueOn: DUE } },
  extended: {
    type: 'ProblemDeadlineExtended.v1',
    data: { ...ref, ...office, dueOn: '2022-02-28', before: DUE, prose: { why: '年末工作集中。' } },
  },
  handedOver: {
    type: 'ProblemHandedOver.v1',
    data: {
      ...{ ...ref, ownerId: NEXT_OWNER, ...office, fromId: UNIT, ownerRole: 'unit-officer', dueOn: DUE },
      ...{ cause: 'merged', handedOverOn: TODAY, prose: { why: '已并入。' } },
    },
  },
  measure: {
    type: 'ProblemEvidenceAdded.v1',
    data: {
      ...ref,
      ...unit,
      measureId: MEASURE,
      toldOn: TODAY,
      evidence: [EVIDENCE],
      prose: { measure: '已补齐记录。' },
    },
  },
  measureRemoved: {
    type: 'ProblemEvidenceRemoved.v1',
    data: { ...ref, ...unit, measureId: MEASURE, prose: { why: '照片传错。' } },
  },
  handedIn: {
    type: 'ProblemHandedIn.v1',
    data: { ...ref, ...unit, handedInOn: TODAY, late: false, prose: { note: '请予核查。' } },
  },
  takenBack: { type: 'ProblemTakenBack.v1', data: { ...ref, ...unit, prose: { why: '材料不齐。' } } },
  sentBack: { type: 'ProblemSentBack.v1', data: { ...ref, ...office, dueOn: DUE, prose: { why: '照片看不清。' } } },
  closed: {
    type: 'ProblemClosed.v1',
    data: {
      ...{ ...ref, ...who(by.colleague), handedInBy: by.unit.personId, closedOn: TODAY },
      prose: { note: '已现场核查。' },
    },
  },
  reopened: {
    type: 'ProblemReopened.v1',
    data: { ...ref, ...office, dueOn: DUE, prose: { why: '复查时问题重现。' } },
  },
  proposed: {
    type: 'ProblemWithdrawalProposed.v1',
    data: {
      ...{ ...ref, proposalId: 'proposal-1', act: 'WithdrawProblem', proposedBy: by.finder.personId },
      ...{ role: by.finder.role, proposedAt: NOW, prose: { why: '认定有误。' } },
    },
  },
  rejected: {
    type: 'ProblemWithdrawalRejected.v1',
    data: { ...ref, ...who(by.inspector), proposalId: 'proposal-1', prose: { why: '认定无误。' } },
  },
  withdrawn: {
    type: 'ProblemWithdrawn.v1',
    data: {
      ...{ ...ref, ...who(by.inspector), proposalId: 'proposal-1', proposedBy: by.finder.personId },
      prose: { why: '同意。' },
    },
  },
} as const satisfies Readonly<Record<string, ProblemFact>>;
