import { describe, expect, it } from '@jest/globals';
import { contextOfStream, followPublicFacts, Frontier, type PublicFactPage } from '@jiangong/messaging';
import { MemoryPublicFactLog, publicFact } from '@jiangong/messaging/testing';
import fc from 'fast-check';

const at = (position: number, stream: string) => ({ position, stream });

describe('the frontier of public facts', () => {
  it('a stream belongs to the context it begins with', () => {
    expect(contextOfStream('merit-projects.unit-edition-1')).toBe('merit_projects');
    expect(contextOfStream('membership.person-1')).toBe('membership');
  });

  it('moves with the log where nothing of the contexts is pending', () => {
    const frontier = new Frontier(0);
    frontier.saw([at(1, 'membership.person-1')], 4);
    expect(frontier.of(['evaluation'])).toBe(4);
    expect(frontier.of(['evaluation', 'membership'])).toBe(0);
  });

  it('waits for the translator of a pending context, and for no other', () => {
    const frontier = new Frontier(0);
    frontier.saw([at(1, 'membership.person-1'), at(2, 'evaluation.round-1')], 3);
    frontier.translated({ membership: 1 });
    expect(frontier.of(['membership'])).toBe(3);
    expect(frontier.of(['membership', 'evaluation'])).toBe(0);
    frontier.translated({ evaluation: 2 });
    expect(frontier.of(['membership', 'evaluation'])).toBe(3);
  });

  it('a translator that has seen more of the log than this process does not run ahead of it', () => {
    const frontier = new Frontier(0);
    frontier.translated({ membership: 10 });
    expect(frontier.of(['membership'])).toBe(0);
  });

  it('an older notice of a translator changes nothing', () => {
    const frontier = new Frontier(0);
    frontier.saw([at(5, 'membership.person-1')], 5);
    frontier.translated({ membership: 5 });
    frontier.translated({ membership: 2 });
    expect(frontier.of(['membership'])).toBe(5);
  });

  it('wakes whoever waits, and at the abort', async () => {
    const frontier = new Frontier(0);
    const abort = new AbortController();
    const beyond = frontier.beyond(['membership'], 0, abort.signal);
    frontier.saw([], 1);
    await beyond;
    const aborted = frontier.beyond(['membership'], 1, abort.signal);
    abort.abort();
    await aborted;
    expect(frontier.of(['membership'])).toBe(1);
  });
});

type Step = { context: 'membership' | 'evaluation'; facts: number } | { tell: 'membership' | 'evaluation' } | 'look';

const steps = fc.array(
  fc.oneof(
    fc.record({
      context: fc.constantFrom('membership' as const, 'evaluation' as const),
      facts: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({ tell: fc.constantFrom('membership' as const, 'evaluation' as const) }),
    fc.constant('look' as const),
  ),
  { maxLength: 60 },
);

/** A log, two translators and a reader of the log that go on in any order. */
const play = async (plan: readonly Step[]) => {
  const facts = new MemoryPublicFactLog();
  const frontier = new Frontier(0);
  const log: { position: number; stream: string; facts: number }[] = [];
  const translated = { membership: 0, evaluation: 0 };
  const expected: string[] = [];
  const taken: string[] = [];
  const abort = new AbortController();
  let through = 0;
  const reading = (async () => {
    for await (const page of followPublicFacts(
      { facts, frontier },
      { contexts: ['membership', 'evaluation'], after: 0, signal: abort.signal },
    )) {
      const read: PublicFactPage = page;
      taken.push(...read.facts.map(({ position, ordinal }) => `${position}/${ordinal}`));
      through = read.through;
    }
  })();
  const look = (): void => frontier.saw(log, log.length);
  const tell = (context: 'membership' | 'evaluation'): void => {
    const pending = log.filter(({ position, stream }) => position > translated[context] && stream.startsWith(context));
    facts.publish(
      context,
      pending.flatMap(({ position, facts: count }) =>
        Array.from({ length: count }, (_, ordinal) =>
          publicFact({ type: `${context}.T.v1`, data: {}, position, ordinal }),
        ),
      ),
      log.length,
    );
    translated[context] = log.length;
    frontier.translated({ [context]: log.length });
  };
  for (const step of plan) {
    if (step === 'look') look();
    else if ('tell' in step) tell(step.tell);
    else {
      const position = log.length + 1;
      log.push({ position, stream: `${step.context}.x-1`, facts: step.facts });
      expected.push(...Array.from({ length: step.facts }, (_, ordinal) => `${position}/${ordinal}`));
    }
    await new Promise(setImmediate);
  }
  look();
  tell('membership');
  tell('evaluation');
  while (through < log.length) await new Promise(setImmediate);
  abort.abort();
  await reading;
  return { taken, expected };
};

describe('following public facts', () => {
  it('takes every fact once, in log order over all contexts, whatever runs ahead of what', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const { taken, expected } = await play(plan);
        expect(taken).toStrictEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
