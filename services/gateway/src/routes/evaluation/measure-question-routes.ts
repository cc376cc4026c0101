import {
  GetMeasuresRequest,
  ListMeasuresRequest,
  ListMyMeasuresRequest,
  MeasureServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import { z } from 'zod';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { route, type Route } from '../route.ts';
import {
  MEASURE_PROGRESS,
  measureParams,
  measureRow,
  measures,
  measuresBeside,
  measuresOut,
  myMeasure,
  rowOut,
} from './measure-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const FACETS = ['progress'] as const;

/** Questions about measures: values for whoever records them and whoever is judged, counts for those who oversee the round. */
export const measureQuestionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/entries/{entryId}/measures',
    summary: {
      zh: '一个对象的实测数据、来源和更正（仅登记方和被考评方可见；查阅留痕）',
      en: 'What was recorded of an entry, from what, and what was changed, for those who record and those who are judged; the reading is recorded',
    },
    tags,
    params: measureParams,
    answer: measures,
    call: {
      service,
      rpc: MeasureServiceService.getMeasures,
      request: ({ params }) => GetMeasuresRequest.fromPartial(params),
      respond: measuresOut,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/measures',
    summary: {
      zh: '各对象实测数据登记进度（数据只对登记方显示；查阅留痕）',
      en: 'How far each entry of a round is measured: counts, and values to whoever records them alone; the reading is recorded',
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      ...listQuery(['lacking', 'title', 'recorded']),
      progress: words(MEASURE_PROGRESS).optional(),
    }),
    answer: listAnswer(measureRow, FACETS).extend(measuresBeside),
    call: {
      service,
      rpc: MeasureServiceService.listMeasures,
      request: ({ params, query: { progress = '', ...query } }) =>
        ListMeasuresRequest.fromPartial({ ...params, ...listOf(query), progress }),
      respond: (response) => {
        const { sources, hindrance, judgedFrom, judgedTo } = response;
        return {
          ...listOut(response.rows.map(rowOut), response, FACETS),
          ...{ sources: sources.map((one) => ({ ...one })), hindrance, judgedFrom, judgedTo },
        };
      },
    },
  }),
  route({
    method: 'GET',
    path: '/v1/my-measures',
    summary: {
      zh: '本人负责登记的、以及登记了本人数据的实测项目',
      en: 'Where the caller records what was measured, and where he is measured',
    },
    tags,
    answer: z.object({ items: z.array(myMeasure) }),
    call: {
      service,
      rpc: MeasureServiceService.listMyMeasures,
      request: () => ListMyMeasuresRequest.fromPartial({}),
      respond: ({ measures: mine }) => ({ items: mine.map(({ title: _title, ...one }) => ({ ...one })) }),
    },
  }),
];
