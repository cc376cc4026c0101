import { publishedSchema } from '@jiangong/programmes';
import { z } from 'zod';
import { jsonObject } from './any-json.ts';
import { phaseResult } from './evaluation/result-shape.ts';
import { localRoute, type Route } from './route.ts';

const schema = jsonObject('JSON 架构（2020-12 草案） / JSON Schema, draft 2020-12');

/** JSON Schemas of what goes in and comes out as a document: for editors, and for whoever recomputes a result. */
export const schemaRoutes: readonly Route[] = [
  localRoute({
    method: 'GET',
    path: '/v1/schemas/template',
    summary: { zh: '活动方案模板的 JSON Schema', en: 'The JSON Schema of templates' },
    tags: ['templates'],
    answer: schema,
    handle: async () => ({ ...publishedSchema() }),
  }),
  localRoute({
    method: 'GET',
    path: '/v1/schemas/result',
    summary: { zh: '汇总结果的 JSON Schema', en: 'The JSON Schema of a result with every step' },
    tags: ['evaluation'],
    answer: schema,
    handle: async () => ({ ...z.toJSONSchema(phaseResult, { target: 'draft-2020-12' }) }),
  }),
];
