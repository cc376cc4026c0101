import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openApiDocument } from '../../services/gateway/src/adapters/http/openapi-document.ts';
import { everyRoute } from '../../services/gateway/test/every-route.ts';
import { filesUnder, ROOT } from '../laws/run-tool.ts';
import { AnswerTexts, isSchema, type Schema } from './answer-texts.ts';
import { protoTexts } from './proto-texts.ts';

type Operation = Readonly<{ responses: Readonly<Record<string, { content?: Record<string, { schema: unknown }> }>> }>;
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const document = openApiDocument(everyRoute, 'https://jg.example');
const components = (document.components?.schemas ?? {}) as Record<string, unknown>;
const sources = filesUnder('proto', '.proto').map((file) => readFileSync(join(ROOT, file), 'utf8'));
const texts = new AnswerTexts(protoTexts(sources), components);

/** The forms of time that a schema lets through. */
const formsOf = (schema: unknown): readonly string[] => {
  const known = texts.named(schema);
  if (known === undefined) return [];
  const ways: readonly unknown[] = Array.isArray(known['anyOf']) ? known['anyOf'] : [];
  const format = (one: Schema): readonly string[] => (typeof one['format'] === 'string' ? [one['format']] : []);
  return [...format(known), ...ways.flatMap(formsOf), ...(isSchema(known['items']) ? formsOf(known['items']) : [])];
};

/** What a comment says that a text holds: a day, an instant, or either. */
const SAYS: readonly (readonly [said: RegExp, format: string])[] = [
  [/YYYY-MM-DD|\ba day or an instant\b/u, 'date'],
  [/\binstant\b/iu, 'date-time'],
];

it('a text that holds a day, an instant or either is promised as that in every answer that promises a form of time', () => {
  const wrong = new Set<string>();
  let looked = 0;
  for (const { method, path, rpcPath, status } of everyRoute) {
    if (rpcPath === null) continue;
    const operation = (document.paths as unknown as Paths)[path]?.[method.toLowerCase()];
    const answer = operation?.responses[String(status)]?.content?.['application/json']?.schema;
    for (const { message, field, shown } of texts.of(rpcPath, answer)) {
      const promised = formsOf(shown).filter((format) => SAYS.some(([, one]) => one === format));
      if (promised.length === 0) continue;
      looked += 1;
      const said = SAYS.filter(([words]) => words.test(field.comment)).map(([, format]) => format);
      // Where the proto says nothing of its form, there is nothing to hold the document to.
      if (said.length > 0 && said.toSorted().join() !== promised.toSorted().join())
        wrong.add(`${message}.${field.name}: said ${said.join(' or ')}, promised ${promised.join(' or ')}`);
    }
  }
  expect([...wrong].toSorted()).toEqual([]);
  expect(looked).toBeGreaterThan(50);
});
