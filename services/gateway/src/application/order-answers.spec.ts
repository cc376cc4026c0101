import { describe, expect, it } from '@jest/globals';
import { memoryOrderAnswers } from '../adapters/memory/memory-order-answers.ts';
import { answerOnce, ANSWER_KEPT_MS, CLAIM_MS, type OrderAnswer, UNDER_WAY_WAIT_MS } from './order-answers.ts';

const answer = (repeated: boolean): OrderAnswer => ({
  body: { receipt: { revision: 1, position: 9, events: [], repeated } },
  revision: 1,
  position: 9,
});

const world = () => {
  let now = 0;
  const answers = memoryOrderAnswers(() => now);
  const parts = {
    answers,
    nowMs: () => now,
    pause: async (ms: number) => {
      now += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return {
    answers,
    pass: (ms: number) => void (now += ms),
    once: async (key: string, work: () => Promise<OrderAnswer>) => answerOnce(parts, key, work),
  };
};

describe('an order that is asked for again', () => {
  it('gets the first answer, marked as repeated, and is not worked on again', async () => {
    const { once } = world();
    let worked = 0;
    const work = async (): Promise<OrderAnswer> => {
      worked += 1;
      return answer(false);
    };
    expect(await once('k', work)).toEqual(answer(false));
    expect(await once('k', work)).toEqual(answer(true));
    expect(await once('other', work)).toEqual(answer(false));
    expect(worked).toBe(2);
  });

  it('waits for the answer of the same order under way', async () => {
    const { once } = world();
    let end: () => void = () => undefined;
    const first = once('k', async () => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      return answer(false);
    });
    const second = once('k', () => Promise.reject(new Error('worked on twice')));
    await new Promise((resolve) => setImmediate(resolve));
    end();
    expect(await Promise.all([first, second])).toEqual([answer(false), answer(true)]);
  });

  it('goes on to the service when the other takes too long: the log knows it', async () => {
    const { answers, once } = world();
    await answers.claim('k', 'somebody who hangs');
    expect(await once('k', async () => answer(true))).toEqual(answer(true));
    expect(UNDER_WAY_WAIT_MS).toBeLessThan(CLAIM_MS);
  });

  it('is decided anew after a refusal or an accident', async () => {
    const { once } = world();
    await expect(once('k', () => Promise.reject(new Error('NOT_ALLOWED')))).rejects.toThrow('NOT_ALLOWED');
    expect(await once('k', async () => answer(false))).toEqual(answer(false));
  });

  it('goes to the service again once its answer is no longer kept', async () => {
    const { once, pass } = world();
    await once('k', async () => answer(false));
    pass(ANSWER_KEPT_MS);
    expect(await once('k', async () => ({ body: 'from the log' }))).toEqual({ body: 'from the log' });
  });
});
