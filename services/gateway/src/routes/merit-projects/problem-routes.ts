import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { GetProblemRequest, ListProblemsRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/problems';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { id } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { route, type Route } from '../route.ts';
import { problem, problemAnswer, problemOut, problemParams, stepOut } from './problem-shapes.ts';
import { service } from './shapes.ts';

const tags = ['problems'];
const FACETS = ['state', 'due', 'kind', 'source', 'severity', 'withdrawal'] as const;

/** Problems as they stand. */
export const problemRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/problems',
    summary: {
      zh: '问题清单：本组织及下级责任组织的问题',
      en: 'The list of problems whose owners stand at or below an organization',
    },
    tags,
    query: z.strictObject({
      ...listQuery(['found', 'due', 'title']),
      organizationId: id(),
      editionId: id().optional(),
      state: words(answerWords.problemState).optional(),
      due: words(answerWords.problemDue).optional(),
      kind: words(answerWords.problemKind).optional(),
      source: words(answerWords.problemSource).optional(),
      severity: words(answerWords.problemSeverity).optional(),
      withdrawal: words(answerWords.problemWithdrawal).optional().meta({
        description:
          'proposed：有待办的撤销提议（责任组织看不到提议） / With a proposal to withdraw it, which the owner’s people are not told of',
      }),
    }),
    answer: listAnswer(problem, FACETS),
    call: {
      service,
      rpc: rpcs.listProblems,
      request: ({ query }) =>
        ListProblemsRequest.fromPartial({
          ...{ ...listOf(query), organizationId: query.organizationId, editionId: query.editionId ?? '' },
          ...{ state: query.state ?? '', due: query.due ?? '', kind: query.kind ?? '' },
          ...{ source: query.source ?? '', severity: query.severity ?? '', withdrawal: query.withdrawal ?? '' },
        }),
      respond: (response) => listOut(response.problems.map(problemOut), response, FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/problems/{problemId}',
    summary: { zh: '查看一个问题及其全部经过', en: 'Show one problem with everything that happened to it' },
    tags,
    params: problemParams,
    answer: problemAnswer,
    call: {
      service,
      rpc: rpcs.getProblem,
      request: ({ params }) => GetProblemRequest.fromPartial(params),
      respond: ({ problem: one, description, steps, proposalId, proposalRole, tookPart }) => {
        if (one === undefined) throw new Error('the service answered no problem');
        const proposal = proposalId === '' ? null : { proposalId, role: proposalRole };
        return { problem: problemOut(one), explanation: description, steps: steps.map(stepOut), proposal, tookPart };
      },
    },
  }),
];
