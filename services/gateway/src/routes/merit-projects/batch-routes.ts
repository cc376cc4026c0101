import {
  type EntryOutcome,
  PassReviewsRequest,
  PublishEntriesRequest,
  RequestClearancesRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/batches';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { entryRef } from '../naming/index.ts';
import { instant, line, word } from '../fields.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import { dryRun, entryIds, entryRefusal, outcomeWord, outcomeWords, refusalOut } from './batch-shapes.ts';
import * as shapes from './shapes.ts';

const tags = ['review'];
const { service, editionParams } = shapes;

const SCOPES_MAX = 3;

const batch = { entryIds: entryIds(1), dryRun: dryRun() };

const outcome = z
  .object({
    entryId: entryRef(),
    outcome: word(outcomeWords),
    revision: z
      .number()
      .int()
      .nullable()
      .meta({ description: '办理后该对象的 ETag；被拒的为空 / The entry’s ETag after it; null when it was refused' }),
    noticeUntil: instant().nullable().meta({
      description:
        '公示结束后的第一时刻（试算时为将要公示至）；非公示的为空 / Of a publication, also of one that is only tried out: the first instant after its notice; null otherwise',
    }),
    refusal: entryRefusal.nullable(),
  })
  .meta({ id: 'EntryOutcome' });

const batchAnswer = z.object({ items: z.array(outcome), done: z.number().int(), refused: z.number().int() }).meta({
  id: 'BatchAnswer',
  description:
    '每个对象各为一项：被拒的不影响其他 / Each entry is an order of its own: what is refused takes nothing from the others',
});

const outcomeOut = (told: EntryOutcome): AsSaid<z.input<typeof outcome>> => {
  const refusal = refusalOut(told);
  const { entryId, noticeUntil } = told;
  const revision = refusal === null ? told.revision : null;
  return { entryId, outcome: outcomeWord(told.outcome), revision, noticeUntil, refusal };
};

type Told = Readonly<{ outcomes: readonly EntryOutcome[]; position: number }>;

const batchOut = ({ outcomes }: Told): AsSaid<z.input<typeof batchAnswer>> => {
  const items = outcomes.map(outcomeOut);
  const refused = items.filter((one) => one.refusal !== null).length;
  return { items, done: items.length - refused, refused };
};

const positionOf = ({ position }: Told): number => position;

/** What an officer does to many entries at once. One `Idempotency-Key` holds for the whole: repeated, what was done is answered as it was. */
export const batchRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/passed-reviews',
    summary: {
      zh: '批量通过初审（可先试运行，逐项答复）',
      en: 'Pass the review of several entries with the same answers, each answered by itself; dry run first if wanted',
    },
    tags,
    founds: true,
    params: editionParams,
    body: z.strictObject({
      ...batch,
      items: z
        .array(line(shapes.TITLE_CHARS_MAX))
        .max(shapes.REVIEW_ANSWERS_MAX)
        .default([])
        .meta({ description: '审核清单各项，均已符合 / The items of the check-list, all of them met' }),
    }),
    answer: batchAnswer,
    call: {
      service,
      rpc: rpcs.passReviews,
      request: ({ params, body: { items, ...asked } }) =>
        PassReviewsRequest.fromPartial({
          ...params,
          ...asked,
          answers: items.map((item) => ({ item, met: true, explanation: '' })),
        }),
      respond: batchOut,
      position: positionOf,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/clearance-requests',
    summary: {
      zh: '批量征求纪检意见（可先试运行，逐项答复）',
      en: 'Ask discipline inspection about several entries, each answered by itself; dry run first if wanted',
    },
    tags,
    founds: true,
    params: editionParams,
    body: z.strictObject({ ...batch, scopes: z.array(shapes.scopeWord()).min(1).max(SCOPES_MAX) }),
    answer: batchAnswer,
    call: {
      service,
      rpc: rpcs.requestClearances,
      request: ({ params, body }) => RequestClearancesRequest.fromPartial({ ...params, ...body }),
      respond: batchOut,
      position: positionOf,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/publications',
    summary: {
      zh: '批量公示（可先试运行，逐项答复）',
      en: 'Put several entries on public notice, each answered by itself; dry run first if wanted',
    },
    tags,
    founds: true,
    params: editionParams,
    body: z.strictObject(batch),
    answer: batchAnswer,
    call: {
      service,
      rpc: rpcs.publishEntries,
      request: ({ params, body }) => PublishEntriesRequest.fromPartial({ ...params, ...body }),
      respond: batchOut,
      position: positionOf,
    },
  }),
];
