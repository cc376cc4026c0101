import {
  type ClaimOutcome,
  ClaimReviewsRequest,
  ReleaseReviewsRequest,
  TakeOverReviewsRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/claims';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { instant, whole, word } from '../fields.ts';
import { entryRef, personRef } from '../naming/index.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import {
  BATCH_ENTRIES_MAX,
  dryRun,
  entryIds,
  entryRefusal,
  outcomeWord,
  outcomeWords,
  refusalOut,
} from './batch-shapes.ts';
import * as shapes from './shapes.ts';

const tags = ['review'];
const { service, editionParams } = shapes;

const outcome = z
  .object({
    entryId: entryRef(),
    outcome: word(outcomeWords),
    claimedBy: personRef().nullable().meta({ description: '现由谁审核 / Who is reviewing it now' }),
    claimedUntil: instant()
      .nullable()
      .meta({ description: '认领失效的第一时刻 / The first instant at which that claim counts no more' }),
    refusal: entryRefusal.nullable(),
  })
  .meta({ id: 'ClaimOutcome' });

const claimAnswer = z
  .object({
    items: z.array(outcome),
    done: z.number().int(),
    refused: z.number().int(),
    position: z.number().int().meta({
      description: '所作改变在日志中的位置；0：未作改变 / Where the change stands in the log; 0: nothing was changed',
    }),
  })
  .meta({ id: 'ClaimAnswer' });

const outcomeOut = (told: ClaimOutcome): AsSaid<z.input<typeof outcome>> => {
  const { entryId, claimedBy, claimedUntil } = told;
  return { entryId, outcome: outcomeWord(told.outcome), claimedBy, claimedUntil, refusal: refusalOut(told) };
};

type Told = Readonly<{ outcomes: readonly ClaimOutcome[]; position: number }>;

const claimOut = ({ outcomes, position }: Told): AsSaid<z.input<typeof claimAnswer>> => {
  const items = outcomes.map(outcomeOut);
  const refused = items.filter((one) => one.refusal !== null).length;
  return { items, done: items.length - refused, refused, position };
};

const positionOf = ({ position }: Told): number => position;

/** Which officer is reviewing what: a word among colleagues, which keeps nobody from reviewing. */
export const claimRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/review-claims',
    summary: {
      zh: '认领待审核项目：指定项目，或认领下一批（可先试运行；不妨碍他人审核）',
      en: 'Say which declared entries the caller is reviewing, named ones or the next ones; it keeps nobody from reviewing them',
    },
    tags,
    params: editionParams,
    body: z.strictObject({
      entryIds: entryIds(0).default([]),
      next: whole(1, BATCH_ENTRIES_MAX).optional().meta({
        description:
          '不指定项目时：无人认领的前若干项 / Instead of naming entries: so many of those that nobody has claimed',
      }),
      dryRun: dryRun(),
    }),
    answer: claimAnswer,
    call: {
      service,
      rpc: rpcs.claimReviews,
      request: ({ params, body: { next = 0, ...asked } }) =>
        ClaimReviewsRequest.fromPartial({ ...params, ...asked, next }),
      respond: claimOut,
      position: positionOf,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/review-claims/release',
    summary: { zh: '放弃认领的审核', en: 'Let go entries that the caller had claimed for review' },
    tags,
    params: editionParams,
    body: z.strictObject({ entryIds: entryIds(1) }),
    answer: claimAnswer,
    call: {
      service,
      rpc: rpcs.releaseReviews,
      request: ({ params, body }) => ReleaseReviewsRequest.fromPartial({ ...params, ...body }),
      respond: claimOut,
      position: positionOf,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/review-claims/take-over',
    summary: {
      zh: '接手同事认领的审核，并说明理由（可先试运行）',
      en: 'Go on with reviews that a colleague had claimed, with a reason; dry run first if wanted',
    },
    tags,
    params: editionParams,
    body: z.strictObject({ entryIds: entryIds(1), why: shapes.why(), dryRun: dryRun() }),
    answer: claimAnswer,
    call: {
      service,
      rpc: rpcs.takeOverReviews,
      request: ({ params, body }) => TakeOverReviewsRequest.fromPartial({ ...params, ...body }),
      respond: claimOut,
      position: positionOf,
    },
  }),
];
