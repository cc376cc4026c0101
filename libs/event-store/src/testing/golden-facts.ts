import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalBytes } from '../entry.ts';
import type { Fact } from '../fact.ts';
import type { Upcast } from '../upcast.ts';
import { throughJson } from './json-facts.ts';

/** One sample of the data of each fact type: the compiler finds the forgotten one. */
export type FactSamples<F extends Fact> = { readonly [T in F['type']]: Extract<F, { type: T }>['data'] };

/** What a file says: a fact as it was stored and, for an old version, the fact it must be read as today. */
type Golden = Readonly<{ type: string; data: unknown; readsAs?: Fact }>;

const read = (path: string): Golden => JSON.parse(readFileSync(path, 'utf8')) as Golden;

/** Writes what is missing when asked to; what is there is never touched: history is not edited. */
const writeMissing = (folder: string, facts: readonly Fact[]): void => {
  mkdirSync(folder, { recursive: true });
  for (const fact of facts) {
    const path = join(folder, `${fact.type}.json`);
    if (!existsSync(path))
      writeFileSync(path, `${JSON.stringify(JSON.parse(canonicalBytes(fact).toString('utf8')), null, 2)}\n`);
  }
};

/**
 * Every fact type of a service, in every version ever stored, has a file `<Type>.v<n>.json` in `folder`, and today's code
 * still reads it: the newest version as the very sample, an old one through the upcasters as its file's `readsAs`.
 * `JIANGONG_WRITE_GOLDEN=1` writes the files of new facts; a file once committed is never changed.
 */
export const goldenFacts = <F extends Fact>(
  folder: string,
  samples: FactSamples<F>,
  upcast: Upcast = (fact) => fact,
): void => {
  const facts = Object.entries(samples).map(([type, data]): Fact => ({ type, data }));
  if (process.env['JIANGONG_WRITE_GOLDEN'] === '1') writeMissing(folder, facts);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

  describe('golden facts', () => {
    it.each(facts)('$type has a golden file that says the same', (fact) => {
      expect(files).toContain(`${fact.type}.json`);
      const { type, data } = read(join(folder, `${fact.type}.json`));
      expect({ type, data }).toStrictEqual(throughJson(fact));
    });

    it.each(files)('%s is still read', (file) => {
      const golden = read(join(folder, file));
      expect(golden.type).toBe(basename(file, '.json'));
      const fact = upcast({ type: golden.type, data: golden.data });
      expect(Object.keys(samples)).toContain(fact.type);
      expect(fact).toStrictEqual(golden.readsAs ?? { type: golden.type, data: golden.data });
    });
  });
};
