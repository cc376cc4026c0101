import {
  type EntryOutcome,
  PassReviewsRequest,
  PublishEntriesRequest,
  RequestClearancesRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/batches';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { problemReason } from '../problem-reason.ts';
import { entryRef } from '../naming/index.ts';
import { id, line, word } from '../fields.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['review'];
const { service, editionParams } = shapes;

/** Entries of one batch. */
const BATCH_ENTRIES_MAX = 100;
const SCOPES_MAX = 3;

const batch = {
  entryIds: z
    .array(id())
    .min(1)
    .max(BATCH_ENTRIES_MAX)
    .refine((ids) => new Set(ids).size === ids.length)
    .meta({ description: '每项只列一次 / Each once' }),
  dryRun: z.boolean().default(false).meta({
    description:
      '仅试算：按同样的规则判定，不作改动 / Only told what would happen: decided by the same rules, nothing is changed',
  }),
};

const outcome = z
  .object({
    entryId: entryRef(),
    outcome: word(['done', 'would-be-done', 'refused']),
    revision: z
      .number()
      .int()
      .nullable()
      .meta({ description: '办理后该对象的 ETag；被拒的为空 / The entry’s ETag after it; null when it was refused' }),
    refusal: z
      .object({
        reason: problemReason.meta({
          description: '与单独办理该对象时的拒绝原因相同 / As the order for this entry alone would be refused',
        }),
        field: z.string().nullable(),
        zh: z.string(),
        en: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable(),
  })
  .meta({ id: 'EntryOutcome' });

const batchAnswer = z.object({ items: z.array(outcome), done: z.number().int(), refused: z.number().int() }).meta({
  id: 'BatchAnswer',
  description:
    '每个对象各为一项：被拒的不影响其他 / Each entry is an order of its own: what is refused takes nothing from the others',
});

const outcomeWord = (told: string): z.input<typeof outcome>['outcome'] =>
  told === 'done' || told === 'would-be-done' ? told : 'refused';

const outcomeOut = (told: EntryOutcome): AsSaid<z.input<typeof outcome>> => {
  const { entryId, reason, field, zh, en, detailsJson, revision } = told;
  const refused = told.outcome === 'refused';
  const details = JSON.parse(detailsJson) as Record<string, string | number>;
  return {
    ...{ entryId, outcome: outcomeWord(told.outcome), revision: refused ? null : revision },
    refusal: refused ? { reason, field, zh, en, details } : null,
  };
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
