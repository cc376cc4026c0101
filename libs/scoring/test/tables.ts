import {
  computePhase,
  type Phase,
  type PhaseInputs,
  type PhaseOutcome,
  type PhaseResult,
  type PhaseTables,
  type Row,
  type SeatSheet,
  type Source,
  type TakePanel,
} from '@jiangong/scoring';

/** Two criteria of 40 and 60 points, in halves. */
export const experts: Source = {
  id: 'experts',
  kind: 'panel',
  marks: 'points',
  criteria: [
    { id: 'innovation', points: 4_000, scale: { kind: 'step', step: 50 } },
    { id: 'effect', points: 6_000, scale: { kind: 'step', step: 50 } },
  ],
  pointsTotal: 10_000,
};
export const clock: Source = { id: 'clock', kind: 'measure', better: 'lower' };

export const take = (over: Partial<TakePanel> = {}, absent: Row['absent'] = 'unranked'): Row => ({
  id: 'mean',
  absent,
  op: 'take-panel',
  source: 'experts',
  criteria: ['innovation', 'effect'],
  reduce: { how: 'mean' },
  least: 1,
  missing: 'leave-out',
  ...over,
});

export const trimmed = (over: Partial<Extract<TakePanel['reduce'], { how: 'trimmed' }>> = {}) =>
  ({ how: 'trimmed', high: 1, low: 1, trim: 'sheets', recusal: 'first', ...over }) as const;

/** A measure `id` without a row above. */
export const measure = (id: string, absent: Row['absent'] = 'unranked', source = 'clock'): Row => ({
  id,
  absent,
  op: 'take-measure',
  source,
  attempts: 'last',
});

export const tablesOf = (
  rows: readonly Row[],
  over: Partial<Phase> = {},
  sources: readonly Source[] = [experts, clock],
): PhaseTables => ({
  tablesVersion: 2,
  sources,
  phases: [
    {
      id: 'main',
      admits: { kind: 'all' },
      within: 'all',
      rows,
      score: rows.at(-1)?.id ?? '',
      decimals: 2,
      rank: { on: 'exact', better: 'higher', ties: [], then: 'shared' },
      ...over,
    },
  ],
});

type Marks = readonly (number | null)[] | null;

/** Each seat's marks of each entry, in points; null: no score. A seat without entries has no sheet. */
export const inputsOf = (
  given: Readonly<Record<string, Readonly<Record<string, Marks>>>>,
  over: Partial<PhaseInputs> = {},
): PhaseInputs => ({
  entries: [...new Set(Object.values(given).flatMap((scores) => Object.keys(scores)))].map((entryId) => ({ entryId })),
  seats: Object.keys(given).map((seatId) => ({ sourceId: 'experts', seatId })),
  sheets: Object.entries(given).flatMap(([seatId, scores]): SeatSheet[] =>
    Object.keys(scores).length === 0
      ? []
      : [
          {
            sourceId: 'experts',
            seatId,
            items: ['innovation', 'effect'],
            scores: Object.entries(scores).flatMap(([entryId, marks]) => (marks === null ? [] : [{ entryId, marks }])),
          },
        ],
  ),
  recusals: [],
  values: [],
  carried: [],
  seed: null,
  ...over,
});

export const valuesOf = (values: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  Object.entries(values).flatMap(([sourceId, entries]) =>
    Object.entries(entries).map(([entryId, value]) => ({
      sourceId,
      entryId,
      attempt: 1,
      numerator: String(value),
      denominator: '1',
    })),
  );

export const compute = (tables: PhaseTables, inputs: PhaseInputs): PhaseOutcome => computePhase(tables, 'main', inputs);

export const resultOf = (tables: PhaseTables, inputs: PhaseInputs): PhaseResult => {
  const outcome = compute(tables, inputs);
  if (outcome.kind !== 'computed') throw new Error(JSON.stringify(outcome));
  return outcome.result;
};

/** `rank id numerator/denominator` (hundredths). */
export const ranks = (tables: PhaseTables, inputs: PhaseInputs): readonly string[] =>
  resultOf(tables, inputs).entries.map(
    ({ rank, entryId, numerator, denominator }) => `${rank} ${entryId} ${numerator}/${denominator}`,
  );

/** The panel's story of one entry in the row `mean`. */
export const storyOf = (tables: PhaseTables, inputs: PhaseInputs, entryId = 'a') => {
  const { entries, unranked } = resultOf(tables, inputs);
  return [...entries, ...unranked].find((entry) => entry.entryId === entryId)?.rows.find(({ row }) => row === 'mean')
    ?.panel;
};
