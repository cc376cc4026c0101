import {
  ListNoticePapersRequest,
  WithdrawNoticePaperRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/papers';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, prose, sha256, word } from '../fields.ts';
import { listAnswer, listOf, listOut, sortedQuery, words } from '../lists.ts';
import { editionRef, personRef } from '../naming/index.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { service } from './shapes.ts';

const WHY_CHARS_MAX = 1_000;
const STANDINGS = ['stands', 'replaced', 'withdrawn'] as const;
const REASONS = ['wrong-content', 'made-in-error', 'other'] as const;
const FACETS = ['about', 'standing'] as const;
const tags = ['review'];

export const paperFormat = word(['pdf', 'docx']);
export const paperParams = z.strictObject({ paperId: id() });
export const papersParams = z.strictObject({ editionId: id() });

const paper = z
  .object({
    paperId: id(),
    editionId: editionRef(),
    about: word(answerWords.noticeAbout),
    format: paperFormat,
    notices: z.number().int().meta({ description: '文书所列的公示项数 / How many notices stand on it' }),
    standing: word(STANDINGS),
    reason: word(REASONS)
      .nullable()
      .meta({ description: '作废的原因；未作废的为空 / Why it was withdrawn; null while it was not' }),
    sha256: sha256(),
    bytes: z.number().int(),
    template: day().meta({ description: '其结构的版本 / The version of the shape it has' }),
    madeAt: instant(),
    madeBy: personRef(),
    version: z.number().int().min(1).meta({
      description:
        '同一年度、公示类别和格式中的第几版，从 1 起 / Which one of those of its edition, kind of notice and format, from 1',
    }),
    currentId: id().nullable().meta({
      description:
        '现行的一份：本身，或替代它的；没有的为空 / The one of these that stands: itself, or what replaced it; null where none does',
    }),
  })
  .meta({ id: 'NoticePaper' });

export const paperRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/editions/{editionId}/notice-papers',
    summary: { zh: '已生成的公示文书', en: 'Papers of an edition’s public notices, newest first' },
    tags,
    params: papersParams,
    query: z.strictObject({
      ...sortedQuery(['made']),
      about: words(answerWords.noticeAbout).optional(),
      standing: words(STANDINGS).optional(),
    }),
    answer: listAnswer(paper, FACETS),
    call: {
      service,
      rpc: MeritProjectsServiceService.listNoticePapers,
      request: ({ params, query }) =>
        ListNoticePapersRequest.fromPartial({
          ...{ ...params, ...listOf(query) },
          ...{ about: query.about ?? '', standing: query.standing ?? '' },
        }),
      respond: (response) => listOut(response.papers, response, FACETS),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/notice-papers/{paperId}/withdraw',
    summary: { zh: '公示文书作废', en: 'Say that a paper stands no longer; its file is kept' },
    tags,
    params: paperParams,
    body: z.strictObject({ reason: word(REASONS), why: prose(WHY_CHARS_MAX) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MeritProjectsServiceService.withdrawNoticePaper,
      request: ({ params, body }) => WithdrawNoticePaperRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
