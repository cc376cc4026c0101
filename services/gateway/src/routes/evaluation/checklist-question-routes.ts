import {
  ChecklistServiceService,
  GetChecklistRequest,
  ListChecklistsRequest,
  ListMyChecklistsRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { z } from 'zod';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { route, type Route } from '../route.ts';
import { checklist, checklistOut, checklistParams, checklistRow, myChecklist, PROGRESS } from './checklist-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const FACETS = ['progress'] as const;

/** Questions about check-lists: an office is shown its own items, whoever is judged what was found about him. */
export const checklistQuestionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/entries/{entryId}/checklist',
    summary: {
      zh: '一个对象的检查清单（各部门只见所负责的项目；查阅留痕）',
      en: 'The check-list of an entry: an office sees its own items; the reading is recorded',
    },
    tags,
    params: checklistParams,
    answer: checklist,
    namesPeopleShown: true,
    call: {
      service,
      rpc: ChecklistServiceService.getChecklist,
      request: ({ params }) => GetChecklistRequest.fromPartial(params),
      respond: checklistOut,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/checklists',
    summary: {
      zh: '各对象检查清单的登记进度（只计数）',
      en: 'How far each check-list of a round is: counts, never a finding',
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      ...listQuery(['title', 'findings', 'last']),
      progress: words(PROGRESS).optional(),
    }),
    answer: listAnswer(checklistRow, FACETS),
    namesPeopleShown: true,
    call: {
      service,
      rpc: ChecklistServiceService.listChecklists,
      request: ({ params, query: { progress = '', ...query } }) =>
        ListChecklistsRequest.fromPartial({ ...params, ...listOf(query), progress }),
      respond: (response) =>
        listOut(
          response.rows.map((row) => ({ ...row })),
          response,
          FACETS,
        ),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/my-checklists',
    summary: {
      zh: '本人负责登记的、以及检查本人（本单位）的检查清单',
      en: "The check-lists that the caller's offices fill, and those about the caller",
    },
    tags,
    answer: z.object({ items: z.array(myChecklist) }),
    call: {
      service,
      rpc: ChecklistServiceService.listMyChecklists,
      request: () => ListMyChecklistsRequest.fromPartial({}),
      respond: ({ checklists }) => ({
        items: checklists.map(({ title: _title, ...one }) => ({ ...one })),
      }),
    },
  }),
];
