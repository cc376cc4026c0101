import {
  BonusServiceService,
  GetBonusRequest,
  ListBonusesRequest,
  ListMyBonusesRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import { z } from 'zod';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { route, type Route } from '../route.ts';
import { bonus, bonusOut, bonusParams, bonusRow, CLAIM_PROGRESS, myBonus } from './bonus-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const FACETS = ['progress'] as const;

/** Questions about bonuses: claims for whoever decides them and whoever is judged, counts for the office. */
export const bonusQuestionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/entries/{entryId}/bonus',
    summary: {
      zh: '一个对象的加分申报与认定（仅申报方和认定方可见；查阅留痕）',
      en: 'The claims of an entry, for those who are judged and those who decide; the reading is recorded',
    },
    tags,
    params: bonusParams,
    answer: bonus,
    call: {
      service,
      rpc: BonusServiceService.getBonus,
      request: ({ params }) => GetBonusRequest.fromPartial(params),
      respond: bonusOut,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/bonuses',
    summary: {
      zh: '各对象加分申报的认定进度（只计数）',
      en: 'How far the claims of each entry of a round are: counts, never a claim',
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      ...listQuery(['waiting', 'title', 'claims']),
      progress: words(CLAIM_PROGRESS).optional(),
    }),
    answer: listAnswer(bonusRow, FACETS),
    call: {
      service,
      rpc: BonusServiceService.listBonuses,
      request: ({ params, query: { progress = '', ...query } }) =>
        ListBonusesRequest.fromPartial({ ...params, ...listOf(query), progress }),
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
    path: '/v1/my-bonuses',
    summary: {
      zh: '本人可以申报的、以及等待本人认定的加分',
      en: 'What the caller may claim, and where claims wait for his verdict',
    },
    tags,
    answer: z.object({ items: z.array(myBonus) }),
    call: {
      service,
      rpc: BonusServiceService.listMyBonuses,
      request: () => ListMyBonusesRequest.fromPartial({}),
      respond: ({ bonuses }) => ({
        items: bonuses.map(({ title: _title, ...one }) => ({ ...one })),
      }),
    },
  }),
];
