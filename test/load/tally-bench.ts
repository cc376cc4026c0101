import { runWorker } from './run-workers.ts';
import type { TallyMeasured, TallyOrder } from './workers/tally-worker.ts';

export type TallyResult = Readonly<
  { what: string; engine: TallyOrder['engine']; entries: number; evaluators: number; criteria: number } & TallyMeasured
>;

type Size = Readonly<{ what: string; entries: number; evaluators: number; criteria: number }>;

/** The whole size of the goal, and half of it each way: a doubling of entries and one of evaluators. */
const WHOLE: Size = { what: 'whole', entries: 10_000, evaluators: 200, criteria: 10 };
const SIZES: readonly Size[] = [
  { ...WHOLE, what: 'half the entries', entries: WHOLE.entries / 2 },
  { ...WHOLE, what: 'half the evaluators', evaluators: WHOLE.evaluators / 2 },
  WHOLE,
];

/**
 * Both editions of the tally, side by side, against one `JSON.parse` of the same numbers, each size in a process of its own,
 * so that memory can be told.
 */
export const tallyBench = async (rounds: number): Promise<readonly TallyResult[]> => {
  const results: TallyResult[] = [];
  for (const size of SIZES)
    for (const engine of ['scheme', 'rows'] as const) {
      const { what, entries, evaluators, criteria } = size;
      const order: TallyOrder = { engine, entries, evaluators, criteria, rounds };
      const measured = await runWorker<TallyMeasured>('tally-worker.ts', order);
      results.push({ what, engine, entries, evaluators, criteria, ...measured });
    }
  return results;
};
