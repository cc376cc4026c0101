import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@jiangong/event-store';
import { roundDecider } from '../src/domain/round/decider.ts';
import type { RoundFact } from '../src/domain/round/facts.ts';
import { notesFacts, reminderFacts, roundFacts, sheetFacts } from './domain/round/whole-round.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const facts: readonly Fact[] = [...roundFacts, ...sheetFacts, ...notesFacts, ...reminderFacts];
const types = [...new Set(facts.map(({ type }) => type))];
const golden = async (type: string): Promise<unknown> =>
  JSON.parse(await readFile(join(GOLDEN, `${type}.json`), 'utf8'));

describe('the stored form of the facts of rounds, sheets, notes and reminders', () => {
  it.each(types)('%s is what it was when it was first stored', async (type) => {
    expect(facts.find((fact) => fact.type === type)?.data).toEqual(await golden(type));
  });

  it('every golden file still has its fact', async () => {
    expect((await readdir(GOLDEN)).sort()).toEqual(types.map((type) => `${type}.json`).sort());
  });

  it('a history with each golden fact in its place folds to its end', async () => {
    const first = new Set<string>();
    const stored = await Promise.all(
      roundFacts.map(async (fact) => {
        if (first.has(fact.type)) return fact;
        first.add(fact.type);
        return { type: fact.type, data: await golden(fact.type) } as RoundFact;
      }),
    );
    expect(stored.reduce(roundDecider.evolve, roundDecider.initial).kind).toBe('annulled');
  });
});
