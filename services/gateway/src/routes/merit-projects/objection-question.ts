import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { ListObjectionsRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { id, instant, sha256, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { editionRef, entryRef, organizationRef } from '../naming/index.ts';
import { route } from '../route.ts';
import * as shapes from './shapes.ts';

const { service } = shapes;
const OBJECTION_FACETS = ['status', 'against'] as const;

const objection = z
  .object({
    objectionId: id(),
    entryId: entryRef(),
    editionId: editionRef(),
    nominatorId: organizationRef(),
    against: word(answerWords.objectionAgainst).meta({
      description: '对象（entry）或结果（result） / entry or result',
    }),
    objectorName: z.string(),
    objectorContact: z.string(),
    statement: z.string(),
    evidence: z.array(sha256()),
    receivedAt: instant(),
    answerDueAt: instant(),
    status: word(answerWords.objectionStatus),
    outcome: word(answerWords.objectionOutcome).nullable(),
    answer: z.string().nullable(),
    settledAt: instant().nullable(),
  })
  .meta({ id: 'Objection' });

/** Objections with what was written in them. */
export const objectionQuestion = route({
  method: 'GET',
  path: '/v1/objections',
  summary: {
    zh: '列出异议（含实名，仅限办理人员，查阅留痕）',
    en: 'List objections with their content, for those who investigate; the read is recorded',
  },
  tags: ['review'],
  query: z.strictObject({
    ...listQuery(['received', 'due']),
    organizationId: id(),
    editionId: id().optional(),
    entryId: id().optional(),
    status: words(['open', 'settled']).optional(),
    against: words(['entry', 'result']).optional(),
  }),
  answer: listAnswer(objection, OBJECTION_FACETS),
  call: {
    service,
    rpc: rpcs.listObjections,
    request: ({ query }) => {
      const { organizationId, editionId = '', entryId = '', status = '', against = '' } = query;
      return ListObjectionsRequest.fromPartial({
        ...{ ...listOf(query), organizationId, editionId, entryId },
        ...{ status, against },
      });
    },
    respond: (response) => {
      const shown = response.objections.map(({ outcome, answer, settledAt, evidence, ...one }) => ({
        ...one,
        evidence: [...evidence],
        outcome,
        answer,
        settledAt,
      }));
      return listOut(shown, response, OBJECTION_FACETS);
    },
  },
});
