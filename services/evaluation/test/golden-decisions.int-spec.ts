import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@jiangong/event-store';
import { inMemoryKeyVault, isSealed } from '@jiangong/privacy';
import { openProse, proseCodec, proseKey } from '../src/application/prose-codec.ts';
import { decisionDecider } from '../src/domain/decision/decider.ts';
import { honourDecider } from '../src/domain/honour/decider.ts';
import { namingDecider } from '../src/domain/naming/decider.ts';
import {
  decisionFacts,
  documentFacts,
  honourFacts,
  namingFacts,
  takenFacts,
} from './domain/decision/whole-decision.ts';
import { partFacts } from './domain/decision/part-decision.ts';
import { recommendationFacts } from './domain/recommendation/example-recommendation.ts';

const GOLDEN = join(import.meta.dirname, 'golden-decisions');
const aggregates: Readonly<Record<string, readonly Fact[]>> = {
  decision: decisionFacts,
  taken: takenFacts,
  part: partFacts,
  honour: honourFacts,
  naming: namingFacts,
  document: documentFacts,
  recommendation: recommendationFacts,
};
const files = Object.entries(aggregates).flatMap(([aggregate, facts]) =>
  [...new Set(facts.map(({ type }) => type))].map((type) => ({
    file: `${aggregate}/${type}.json`,
    fact: facts.find((fact) => fact.type === type) as Fact,
  })),
);
const golden = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(GOLDEN, file), 'utf8'));

describe('the stored form of decisions, honours and namings', () => {
  it.each(files)('$file is what it was when it was first stored', async ({ file, fact }) => {
    expect(fact.data).toEqual(await golden(file));
  });

  it('has a golden file for each fact, and a fact for each file', async () => {
    const folders = await Promise.all(
      Object.keys(aggregates).map(async (folder) =>
        (await readdir(join(GOLDEN, folder))).map((file) => `${folder}/${file}`),
      ),
    );
    expect(folders.flat().sort()).toEqual(files.map(({ file }) => file).sort());
  });

  it('folds from golden facts to its end', async () => {
    const stored = async (aggregate: string, facts: readonly Fact[]): Promise<readonly never[]> =>
      Promise.all(facts.map(async ({ type }) => ({ type, data: await golden(`${aggregate}/${type}.json`) }) as never));
    const minutes = await stored('decision', decisionFacts);
    expect(minutes.reduce(decisionDecider.evolve, decisionDecider.initial).kind).toBe('withdrawn');
    const honour = await stored('honour', honourFacts.slice(0, 1));
    expect(honour.reduce(honourDecider.evolve, honourDecider.initial).kind).toBe('granted');
    const naming = await stored('naming', namingFacts.slice(0, 2));
    expect(naming.reduce(namingDecider.evolve, namingDecider.initial).kind).toBe('computed');
  });
});

describe('prose in decisions, honours and namings', () => {
  const vault = inMemoryKeyVault();
  const codec = proseCodec<Fact>(vault, () => proseKey('one'));
  const withProse = files.filter(({ fact }) => typeof (fact.data as { prose?: unknown }).prose === 'object');

  it.each(withProse)(
    'of $file is sealed in the log, bound to its place, and read by nobody who decides',
    async ({ fact }) => {
      const stored = await codec.toStored(fact, 'evaluation.decision-1');
      const event = { stream: 'evaluation.decision-1', type: stored.type, data: stored.data } as never;
      expect(isSealed((stored.data as { prose: unknown }).prose)).toBe(true);
      expect((await codec.fromStored(event)).data).toMatchObject({ prose: 'SEALED' });
      expect(await openProse(vault, event)).toEqual((fact.data as { prose: unknown }).prose);
      await expect(
        openProse(vault, { ...(event as object), stream: 'evaluation.decision-2' } as never),
      ).rejects.toThrow();
    },
  );

  it('is forgotten with its key, and everything that decides stands', async () => {
    const forgetful = inMemoryKeyVault();
    const [first] = decisionFacts as readonly [Fact];
    const stored = await proseCodec<Fact>(forgetful, () => proseKey('two')).toStored(first, 's');
    await forgetful.destroy(proseKey('two'));
    expect(await openProse(forgetful, { stream: 's', ...stored } as never)).toBeUndefined();
  });

  it('in the clear is refused: what should be sealed stands sealed or not at all', async () => {
    const [first] = decisionFacts as readonly [Fact];
    await expect(codec.fromStored({ stream: 's', ...first } as never)).rejects.toThrow('unsealed');
  });
});
