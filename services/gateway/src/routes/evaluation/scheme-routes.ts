import {
  DefineSchemeRequest,
  EvaluationServiceService,
  GetSchemeRequest,
  ListSchemesRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { z } from 'zod';
import { id, pageAnswer, pageOf, pageOut, pageQuery } from '../fields.ts';
import { accepted, receipt } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { parsed, present, servedJson, service, tags } from './shapes.ts';

const summary = z
  .object({
    schemeId: z.string(),
    committeeId: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    definedAt: z.string(),
  })
  .meta({ id: 'SchemeSummary' });

const scheme = servedJson(
  'The scoring scheme: criteria, evaluator groups, weights, aggregation, ranking, ties. Described in libs/scoring/README.md',
);

export const schemeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/schemes',
    founds: true,
    summary: { zh: '制定评分办法', en: 'Define a scoring scheme' },
    tags,
    status: 201,
    body: z.strictObject({ committeeId: id(), scheme }),
    answer: z.object({ schemeId: z.string(), receipt }),
    call: {
      service,
      rpc: EvaluationServiceService.defineScheme,
      request: ({ body }) =>
        DefineSchemeRequest.fromPartial({ committeeId: body.committeeId, schemeJson: JSON.stringify(body.scheme) }),
      respond: (response) => ({ schemeId: response.schemeId, ...accepted(response) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/schemes',
    summary: { zh: '评分办法列表', en: 'List the schemes of a committee, newest first' },
    tags,
    query: z.strictObject({ ...pageQuery, committeeId: id() }),
    answer: pageAnswer(summary),
    call: {
      service,
      rpc: EvaluationServiceService.listSchemes,
      request: ({ query }) => ListSchemesRequest.fromPartial({ ...pageOf(query), committeeId: query.committeeId }),
      respond: ({ schemes, nextPageToken }) => pageOut(schemes, nextPageToken),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/schemes/{schemeId}',
    summary: { zh: '查看评分办法', en: 'See a scoring scheme' },
    tags,
    params: z.strictObject({ schemeId: id() }),
    answer: z.object({ ...summary.shape, scheme }),
    call: {
      service,
      rpc: EvaluationServiceService.getScheme,
      request: ({ params }) => GetSchemeRequest.fromPartial(params),
      respond: (response) => ({ ...present(response.summary, 'a summary'), scheme: parsed(response.schemeJson) }),
    },
  }),
];
