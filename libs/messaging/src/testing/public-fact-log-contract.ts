import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FACTS_PER_EVENT_MAX, type PublicFact, READ_FACTS_MAX } from '../public-fact.ts';
import type { PublicFactLog } from '../public-fact-log.ts';
import { publicFact } from './public-fact.ts';

/** An adapter under test, empty at first. `publish` is what a translator does in one transaction. */
export type PublicFactBench = Readonly<{
  facts: PublicFactLog;
  publish(context: string, facts: readonly PublicFact[], through: number): Promise<void>;
  close(): Promise<void>;
}>;

const LIMIT = FACTS_PER_EVENT_MAX;

const many = (position: number, count: number): readonly PublicFact[] =>
  Array.from({ length: count }, (_, ordinal) =>
    publicFact({ type: 'evaluation.Thing.v1', data: { ordinal }, position, ordinal }),
  );

/** What every adapter of `PublicFactLog` must do. The bench has the contexts `merit_projects`, `evaluation`, `membership`. */
export const publicFactLogContract = (name: string, make: () => Promise<PublicFactBench>): void => {
  describe(`public fact log contract: ${name}`, () => {
    let bench: PublicFactBench;
    const declared = publicFact({
      type: 'merit_projects.ProjectDeclared.v1',
      data: { projectId: 'p', title: '“一网通办”', count: 3, nothing: null, list: [1, 'a'] },
      position: 3,
      revision: 2,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    const opened = publicFact({ type: 'evaluation.RoundOpened.v1', data: { roundId: 'r' }, position: 2 });
    const moved = publicFact({ type: 'membership.PersonMoved.v1', data: { personId: 'x' }, position: 5 });
    beforeAll(async () => {
      bench = await make();
    });
    afterAll(async () => bench.close());

    it('nothing is translated at first', async () => {
      expect(await bench.facts.translated(['merit_projects', 'evaluation'])).toStrictEqual({
        merit_projects: 0,
        evaluation: 0,
      });
      expect(await bench.facts.read({ contexts: ['evaluation'], after: 0, through: 9, limitMax: LIMIT })).toStrictEqual(
        {
          facts: [],
          through: 9,
        },
      );
    });

    it('facts of several contexts come in log order, with every field', async () => {
      await bench.publish('merit_projects', [declared], 4);
      await bench.publish('evaluation', [opened], 2);
      await bench.publish('membership', [moved], 5);
      const page = await bench.facts.read({
        contexts: ['merit_projects', 'evaluation'],
        after: 0,
        through: 5,
        limitMax: LIMIT,
      });
      expect(page).toStrictEqual({ facts: [opened, declared], through: 5 });
      expect(await bench.facts.translated(['evaluation', 'merit_projects', 'membership', 'unheard'])).toStrictEqual({
        evaluation: 2,
        merit_projects: 4,
        membership: 5,
        unheard: 0,
      });
    });

    it('after is exclusive, through is inclusive', async () => {
      const contexts = ['merit_projects', 'evaluation', 'membership'];
      expect((await bench.facts.read({ contexts, after: 2, through: 5, limitMax: LIMIT })).facts).toStrictEqual([
        declared,
        moved,
      ]);
      expect((await bench.facts.read({ contexts, after: 2, through: 4, limitMax: LIMIT })).facts).toStrictEqual([
        declared,
      ]);
      expect((await bench.facts.read({ contexts, after: 5, through: 5, limitMax: LIMIT })).facts).toStrictEqual([]);
    });

    it('the facts of one position are never torn apart', async () => {
      await bench.publish('evaluation', [...many(6, 40), ...many(7, 40), ...many(8, 40)], 8);
      const first = await bench.facts.read({ contexts: ['evaluation'], after: 5, through: 8, limitMax: LIMIT });
      expect(first.facts).toStrictEqual([...many(6, 40), ...many(7, 40)]);
      expect(first.through).toBe(7);
      const second = await bench.facts.read({
        contexts: ['evaluation'],
        after: first.through,
        through: 8,
        limitMax: LIMIT,
      });
      expect(second).toStrictEqual({ facts: many(8, 40), through: 8 });
    });

    it('a position with as many facts as a page holds is given whole', async () => {
      await bench.publish('evaluation', [...many(9, LIMIT), ...many(10, 1)], 10);
      const first = await bench.facts.read({ contexts: ['evaluation'], after: 8, through: 10, limitMax: LIMIT });
      expect(first).toStrictEqual({ facts: many(9, LIMIT), through: 9 });
    });

    it.each([LIMIT - 1, READ_FACTS_MAX + 1])('a page of %d facts is a bug of the caller', async (limitMax) => {
      await expect(bench.facts.read({ contexts: ['evaluation'], after: 0, through: 1, limitMax })).rejects.toThrow(
        'a page holds',
      );
    });

    it('who listens hears of a context that moved, until it stops', async () => {
      const heard: [string, number][] = [];
      let wake: () => void = () => undefined;
      const stop = await bench.facts.onTranslated((context, position) => {
        heard.push([context, position]);
        wake();
      });
      const moving = new Promise<void>((resolve) => (wake = resolve));
      await bench.publish('membership', [], 11);
      await moving;
      await stop();
      await bench.publish('membership', [], 12);
      expect(await bench.facts.translated(['membership'])).toStrictEqual({ membership: 12 });
      expect(heard).toStrictEqual([['membership', 11]]);
    });
  });
};
