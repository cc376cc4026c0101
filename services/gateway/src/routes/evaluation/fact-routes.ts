import {
  AnswerFactRequest,
  CorrectFactAnswerRequest,
  DecisionServiceService,
  GetFactAnswersRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/decision_service';
import { z } from 'zod';
import { id, instant, prose, sha256, word } from '../fields.ts';
import { organizationRef, personRef } from '../naming/index.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { roundParams, schemeWord, service, tags } from './shapes.ts';

const ANSWER_CHARS_MAX = 2_000;
const OF_ENTRY = '/v1/rounds/{roundId}/entries/{entryId}/facts/{questionId}';

const answerParams = z.strictObject({ roundId: id(), entryId: id(), questionId: schemeWord });
const answerBody = z.strictObject({
  value: schemeWord.meta({
    description:
      '是否类填 true 或 false；次数类填整数；词语类填所列词语之一或 other / true or false, a whole number, or one of the words (else other), as the question is answered',
  }),
  file: sha256()
    .optional()
    .meta({ description: '依据材料的 SHA-256，材料由经办人保存 / The SHA-256 of a document, which the office keeps' }),
  why: prose(ANSWER_CHARS_MAX).meta({ description: '依据 / What it goes by' }),
});

const hindranceWord = word([
  'ROUND_ANNULLED',
  'ROUND_NOT_CLOSED',
  'RESULT_NOT_COMPUTED',
  'DECISION_TAKEN_ALREADY',
  'FACT_NOT_YOURS',
  'OWN_ENTRY',
  'OWN_ORGANIZATION',
  'OWN_ANSWER',
]).meta({ id: 'FactHindrance' });

const question = z
  .object({
    questionId: schemeWord,
    zh: z.string(),
    en: z.string(),
    answerKind: word(['flag', 'count', 'word']).meta({
      description: 'flag：是或否；count：次数；word：词语 / Yes or no, a whole number, or a word',
    }),
    words: z.array(schemeWord),
  })
  .meta({ id: 'FactQuestion' });

const answer = z
  .object({
    entryId: id(),
    title: z.string(),
    homeId: organizationRef().nullable(),
    questionId: schemeWord,
    standing: word(['awaited', 'answered', 'possible']).meta({
      id: 'FactStanding',
      description:
        'awaited：待填报；answered：已填报；possible：视会议选定，可能须填报 / Awaited, answered, or possibly asked by what the body chooses',
    }),
    value: z.string().nullable(),
    file: sha256().nullable(),
    why: z.string().nullable(),
    answeredBy: personRef().nullable(),
    answeredAt: instant().nullable(),
    corrections: z.number().int(),
    known: schemeWord.nullable().meta({
      description:
        '本届上一次评定的决定已经说明的答案，只能照此填报；没有的为空 / What the decision over the rating before says: no other answer is taken; null where it says nothing',
    }),
    hindrance: hindranceWord.nullable().meta({
      description: '本人不能填报或更正的原因 / Why the caller does not answer it, or put it right',
    }),
  })
  .meta({ id: 'FactAnswer' });

const factAnswers = z
  .object({
    questions: z.array(question),
    answers: z.array(answer),
    unanswered: z
      .number()
      .int()
      .meta({ description: '待填报的项数；未填报齐全不能登记纪要 / No minutes are recorded before all are answered' }),
    hindrance: hindranceWord.nullable(),
  })
  .meta({ id: 'FactAnswers' });

/** What rules of awards ask of entries and no result holds: looked up by the office before the body decides. */
export const factRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/facts',
    summary: {
      zh: '奖项规则要求查实的情况及填报（查阅留痕）',
      en: 'What rules of awards ask beside the result, and what was looked up; the reading is recorded',
    },
    tags,
    params: roundParams,
    answer: factAnswers,
    call: {
      service,
      rpc: DecisionServiceService.getFactAnswers,
      request: ({ params }) => GetFactAnswersRequest.fromPartial(params),
      respond: (given) => ({
        ...given,
        questions: given.questions.map((one) => ({ ...one, words: [...one.words] })),
        answers: given.answers.map((one) => ({ ...one })),
      }),
    },
  }),
  route({
    method: 'POST',
    path: OF_ENTRY,
    once: 'its-content',
    summary: { zh: '填报查实的情况', en: 'Say what was looked up of an entry' },
    tags,
    params: answerParams,
    body: answerBody,
    answer: receiptAnswer,
    call: {
      service,
      rpc: DecisionServiceService.answerFact,
      request: ({ params, body: { file = '', ...body } }) =>
        AnswerFactRequest.fromPartial({ ...params, ...body, file }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/correct`,
    once: 'its-content',
    summary: { zh: '更正他人填报的情况', en: 'Put right what another person said was looked up' },
    tags,
    params: answerParams,
    body: answerBody,
    answer: receiptAnswer,
    call: {
      service,
      rpc: DecisionServiceService.correctFactAnswer,
      request: ({ params, body: { file = '', ...body } }) =>
        CorrectFactAnswerRequest.fromPartial({ ...params, ...body, file }),
      respond: accepted,
    },
  }),
];
