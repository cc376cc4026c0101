import { describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openApiDocument } from '../src/adapters/http/openapi-document.ts';
import { everyRoute as routes } from './every-route.ts';

type Document = ReturnType<typeof openApiDocument>;

/** Redocly's recommended rules, and that every tag is told of. */
const found = async (document: Document): Promise<string[]> => {
  const config = await createConfig({ extends: ['recommended'], rules: { 'operation-tag-defined': 'error' } });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
};

describe('the OpenAPI document before an independent judge', () => {
  it('has nothing that redocly finds', async () => {
    expect(await found(openApiDocument(routes, 'https://jg.example.cn'))).toEqual([]);
  }, 60_000);

  it('is found out (planted): a tag that nobody told of, a parameter that the path has not', async () => {
    const few = routes.slice(0, 1);
    const planted = few.map((one) => ({ ...one, path: '/v1/planted/{nobodyKnows}', tags: ['planted'] }));
    const rules = (await found(openApiDocument(planted, 'https://jg.example.cn'))).map((one) => one.split(':')[0]);
    expect(rules).toEqual(expect.arrayContaining(['operation-tag-defined', 'path-parameters-defined']));
  });
});
