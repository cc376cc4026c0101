import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actRules, publishedSchema } from '../src/index.ts';

const LANGUAGE = readFileSync(join(import.meta.dirname, '../LANGUAGE.md'), 'utf8');

/** Every key that a map of the schema names, however deep. */
const keysIn = (schema: unknown): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap(keysIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(keysIn)]
      : keysIn(value),
  );
};

/** What is said in code: a key alone, or the first word of a piece of a template. */
const told = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/`([^`]+)`/gu)].flatMap(([, code = '']) => code.match(/[A-Za-z][A-Za-z0-9-]*/gu) ?? []));

describe('the language of templates', () => {
  const keys = [...new Set(keysIn(publishedSchema()))].toSorted();

  it('has a meaning for every key of the schema', () => {
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => !told(LANGUAGE).has(key))).toEqual([]);
  });

  it('names for every act the roles that may do it today', () => {
    const rows = [...LANGUAGE.matchAll(/^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \|$/gmu)].map(([, act = '', by = '']) => [
      act,
      (by.replaceAll(/\([^)]*\)/gu, '').match(/[a-z-]+/gu) ?? []).filter((role) => role !== 'nobody').toSorted(),
    ]);
    const known = Object.entries(actRules).map(([act, { actions }]) => [act, Object.keys(actions).toSorted()]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(known));
  });

  it('is found to lack a key that it does not tell', () =>
    expect(told(LANGUAGE.replaceAll('answerIn', 'elsewhere')).has('answerIn')).toBe(false));
});
