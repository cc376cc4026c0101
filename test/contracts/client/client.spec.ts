import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../../../services/gateway/src/adapters/http/openapi-document.ts';
import { everyRoute } from '../../../services/gateway/test/every-route.ts';
import { ROOT } from '../../laws/run-tool.ts';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';
import { looseTypes } from './loose-types.ts';

/** The same name, another thing: what somebody wrote, or a word of the machine that no client switches over. */
const FREE_ELSEWHERE: ReadonlySet<string> = new Set([
  // Why somebody did something; elsewhere `reason` is a refusal's word.
  ...['reason', 'why', 'explanation'],
  // Types of facts grow with every release; `Problem.type` is a URN. Media types and transports are other people's lists.
  ...['type', 'mediaType', 'transports'],
  // A list's address, as its export was asked for.
  'list',
  // A word of the template: an office within a party.
  'office',
]);

const GENERATE_MS = 120_000;

const planted = {
  openapi: '3.1.0',
  info: { title: 'planted', version: '1' },
  paths: {},
  components: {
    schemas: {
      Told: { type: 'object', properties: { standing: { type: 'string', enum: ['planned', 'declared'] } } },
      Untold: { type: 'object', properties: { standing: { type: 'string' }, data: {} } },
    },
  },
};

describe('the generated client', () => {
  it(
    'is generated from the document that is served, as it is now',
    async () => {
      const now = await clientTypes(openApiDocument(everyRoute, 'http://127.0.0.1:8080'));
      expect(now === (await readFile(join(ROOT, CLIENT_TYPES), 'utf8'))).toBe(true);
    },
    GENERATE_MS,
  );

  it('says a word of a list wherever one is meant, and leaves nothing unknown', async () => {
    const { texts, unknown } = looseTypes(await readFile(join(ROOT, CLIENT_TYPES), 'utf8'));
    expect(texts.filter((where) => !FREE_ELSEWHERE.has(where.split('.')[1] ?? ''))).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it(
    'is found out where it is loose',
    async () => {
      const found = looseTypes(await clientTypes(planted));
      expect(found.texts).toEqual(['Untold.standing']);
      expect(found.unknown).toEqual(['data?: unknown;']);
    },
    GENERATE_MS,
  );
});
