import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import * as requests from '@jiangong/contracts/jiangong/merit_projects/v1/problems';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, prose, word } from '../fields.ts';
import { accepted, receipt, receiptAnswer, receiptOut } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { found, owner, problemParams, problemProposalParams } from './problem-shapes.ts';
import * as shapes from './shapes.ts';

const tags = ['problems'];
const { service } = shapes;
const OFFICE_SOURCES = ['inspection', 'appraisal', 'report', 'complaint'] as const;

const kept = z.object({ problemId: id(), receipt }).meta({ id: 'ProblemKept' });

/** How a problem comes on the list: by an office, or by whoever it is about. */
const findingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/problems',
    summary: { zh: '把发现的问题列入清单', en: 'Put a problem that was found on the list of an edition' },
    tags,
    params: shapes.editionParams,
    status: 201,
    founds: true,
    body: z.strictObject({ ...found, source: word(OFFICE_SOURCES) }),
    answer: kept,
    call: {
      service,
      rpc: rpcs.findProblem,
      request: ({ params, body: { organizationId, source, entryId = '', ...problem } }) =>
        requests.FindProblemRequest.fromPartial({
          ...{ ...params, organizationId, source, problem: { ...problem, entryId } },
        }),
      respond: ({ problemId, receipt: given }) => ({ problemId, receipt: receiptOut(given) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/problems/admitted',
    summary: { zh: '本单位自查问题，列入清单', en: 'Admit a problem of one’s own unit or branch' },
    tags,
    params: shapes.editionParams,
    status: 201,
    founds: true,
    body: z.strictObject(found),
    answer: kept,
    call: {
      service,
      rpc: rpcs.admitProblem,
      request: ({ params, body: { organizationId, entryId = '', ...problem } }) =>
        requests.AdmitProblemRequest.fromPartial({ ...params, organizationId, problem: { ...problem, entryId } }),
      respond: ({ problemId, receipt: given }) => ({ problemId, receipt: receiptOut(given) }),
    },
  }),
];

/** What is made inside a problem has an id of its own. */
const partRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/measures',
    summary: { zh: '填报整改措施并附佐证', en: 'Tell what was done, with files that show it' },
    tags,
    params: problemParams,
    status: 201,
    founds: true,
    body: z.strictObject({ measure: prose(shapes.TEXT_CHARS_MAX), evidence: shapes.evidence() }),
    answer: z.object({ measureId: id(), receipt }).meta({ id: 'ProblemMeasureKept' }),
    call: {
      service,
      rpc: rpcs.addProblemMeasure,
      request: ({ params, body }) => requests.AddProblemMeasureRequest.fromPartial({ ...params, ...body }),
      respond: ({ measureId, receipt: given }) => ({ measureId, receipt: receiptOut(given) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/withdrawals',
    summary: { zh: '提议撤销认定有误的问题', en: 'Propose to withdraw what was found in error' },
    tags,
    params: problemParams,
    status: 201,
    founds: true,
    body: z.strictObject({ why: shapes.why() }),
    answer: z.object({ proposalId: id(), receipt }).meta({ id: 'ProblemWithdrawalKept' }),
    call: {
      service,
      rpc: rpcs.proposeProblemWithdrawal,
      request: ({ params, body }) => requests.ProposeProblemWithdrawalRequest.fromPartial({ ...params, ...body }),
      respond: ({ proposalId, receipt: given }) => ({ proposalId, receipt: receiptOut(given) }),
    },
  }),
];

/** Who has to solve it until when. */
const assigningRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/assign',
    summary: { zh: '交办问题：责任组织、责任人职务和期限', en: 'Say who has to solve a problem until when' },
    tags,
    params: problemParams,
    body: z.strictObject(owner),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.assignProblem,
      request: ({ params, body }) => requests.AssignProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/extend',
    summary: { zh: '延长整改期限（说明理由，次数有限）', en: 'Give its owner more days, with a reason, so many times' },
    tags,
    params: problemParams,
    body: z.strictObject({ dueOn: day(), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.extendProblem,
      request: ({ params, body }) => requests.ExtendProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/hand-over',
    summary: {
      zh: '移交给另一责任组织（合并、拆分、撤销或交办有误）',
      en: 'Give it to another owner: the former one merged, split or ended, or was named in error',
    },
    tags,
    params: problemParams,
    body: z.strictObject({ ...owner, cause: word(answerWords.problemCause), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.handOverProblem,
      request: ({ params, body }) => requests.HandOverProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

/** What its owner does. */
const solvingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/measures/{measureId}/remove',
    summary: { zh: '撤下误报的整改措施', en: 'Take out a measure that was told in error' },
    tags,
    params: problemParams.extend({ measureId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.removeProblemMeasure,
      request: ({ params, body }) => requests.RemoveProblemMeasureRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/hand-in',
    summary: { zh: '提交整改结果，请求核查', en: 'Say that it is solved, to be looked at' },
    tags,
    params: problemParams,
    body: z.strictObject({ note: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.handInProblem,
      request: ({ params, body }) => requests.HandInProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/take-back',
    summary: {
      zh: '撤回已提交的整改结果（核查之前）',
      en: 'Take back what was handed in, as long as nobody has looked',
    },
    tags,
    params: problemParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.takeBackProblem,
      request: ({ params, body }) => requests.TakeBackProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

/** What the office says to it. */
const judgingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/send-back',
    summary: { zh: '退回重新整改，说明不足', en: 'Give it back to its owner with what is lacking' },
    tags,
    params: problemParams,
    body: z.strictObject({ dueOn: day(), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.sendBackProblem,
      request: ({ params, body }) => requests.SendBackProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/close',
    summary: {
      zh: '销号（由发现人、整改人、提交人以外的人办理）',
      en: 'Close it: another person than who found it, worked on it or handed it in',
    },
    tags,
    params: problemParams,
    body: z.strictObject({ note: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.closeProblem,
      request: ({ params, body }) => requests.CloseProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/reopen',
    summary: { zh: '重新打开已销号的问题', en: 'Open a closed one again, with a reason' },
    tags,
    params: problemParams,
    body: z.strictObject({ dueOn: day(), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reopenProblem,
      request: ({ params, body }) => requests.ReopenProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/withdrawals/{proposalId}/reject',
    summary: { zh: '否决撤销提议', en: 'Turn down a proposal to withdraw it' },
    tags,
    params: problemProposalParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.rejectProblemWithdrawal,
      request: ({ params, body }) => requests.RejectProblemWithdrawalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/problems/{problemId}/withdrawals/{proposalId}/carry-out',
    summary: {
      zh: '撤销认定有误的问题（由另一部门的第二人办理）',
      en: 'Withdraw what was found in error: a second person of another office',
    },
    tags,
    params: problemProposalParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.withdrawProblem,
      request: ({ params, body }) => requests.WithdrawProblemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const problemOrderRoutes: readonly Route[] = [
  ...findingRoutes,
  ...partRoutes,
  ...assigningRoutes,
  ...solvingRoutes,
  ...judgingRoutes,
];
