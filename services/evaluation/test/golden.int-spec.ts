import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@jiangong/event-store';
import { roundDecider } from '../src/domain/round/decider.ts';
import type { RoundFact } from '../src/domain/round/facts.ts';
import { roundFacts, schemeFacts, seriesFacts, sheetFacts } from './domain/whole-life.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const facts: readonly Fact[] = [...schemeFacts, ...roundFacts, ...sheetFacts, ...seriesFacts];
const types = [...new Set(facts.map(({ type }) => type))];
const golden = async (type: string): Promise<unknown> =>
  JSON.parse(await readFile(join(GOLDEN, `${type}.json`), 'utf8'));

describe('the stored form of facts', () => {
  it.each(types)('%s is what it was when it was first stored', async (type) => {
    expect(facts.find((fact) => fact.type === type)?.data).toEqual(await golden(type));
  });

  it('every golden file still has its fact', async () => {
    expect((await readdir(GOLDEN)).sort()).toEqual(types.map((type) => `${type}.json`).sort());
  });

  it('a history of golden facts folds to its end', async () => {
    const stored = await Promise.all(
      [...new Set(roundFacts.map(({ type }) => type))].map(
        async (type) => ({ type, data: await golden(type) }) as RoundFact,
      ),
    );
    expect(stored.reduce(roundDecider.evolve, roundDecider.initial).kind).toBe('commended');
  });
});
