import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../src/adapters/http/openapi-document.ts';
import { everyRoute } from './every-route.ts';

const BOTH = /^(?=[\s\S]*\p{Script=Han})[\s\S]+ [/·] [\s\S]*[A-Za-z]/u;

/** Where the document explains something in one language only. */
const oneLanguage = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one, at) => oneLanguage(one, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    // A field of that name is no explanation.
    const isText = (key === 'description' || key === 'summary') && typeof one === 'string';
    if (isText) return BOTH.test(one) ? [] : [`${path}.${key}: ${one}`];
    return oneLanguage(one, `${path}.${key}`);
  });
};

describe('what the document explains', () => {
  it('is explained in Chinese and in English: 中文 / English', () => {
    const document = openApiDocument(everyRoute, 'https://jg.example');
    expect([...new Set(oneLanguage(document))]).toEqual([]);
  });

  it('in one language only is found, wherever it stands', () => {
    const planted = {
      info: { description: '平台 / Platform' },
      paths: { '/v1/x': { get: { summary: 'Only English', responses: { '200': { description: '只有中文' } } } } },
      components: { schemas: { X: { properties: { y: { type: 'string', description: '中文 / English' } } } } },
    };
    expect(oneLanguage(planted)).toEqual([
      '.paths./v1/x.get.summary: Only English',
      '.paths./v1/x.get.responses.200.description: 只有中文',
    ]);
  });
});
