import fc from 'fast-check';
import type { PanelCriterion, PanelSource, PhaseInputs, PhaseTables, SeatSheet } from '@jiangong/scoring';

/** Marks that a criterion offers, from the worst. */
export const marksOffered = ({ points, scale }: PanelCriterion): readonly number[] => {
  switch (scale.kind) {
    case 'bands':
      return scale.bands.map((_, at) => at).toReversed();
    case 'levels':
      return scale.levels.map((_, at) => at).toReversed();
    case 'ranges':
      return scale.ranges.flat().toSorted((a, b) => a - b);
    case 'step':
      return Array.from({ length: Math.floor(points / scale.step) + 1 }, (_, at) => at * scale.step);
  }
};

const panelsOf = ({ sources, phases }: PhaseTables, phase: string): readonly PanelSource[] => {
  const taken = phases
    .filter(({ id }) => id === phase)
    .flatMap(({ rows }) => rows)
    .flatMap((row) => (row.op === 'take-panel' ? [row.source] : []));
  return sources.filter((source): source is PanelSource => source.kind === 'panel' && taken.includes(source.id));
};

/** So few entries that equals are many. */
const ENTRIES = 4;
const SEATS = 7;

/**
 * Sheets for a phase of panels: of each criterion every seat gives one of the few best marks, and some seats are recused from an entry.
 * `kinds`: how many different marks there are.
 */
export const randomSheets = (tables: PhaseTables, phase: string, kinds = 3): fc.Arbitrary<PhaseInputs> => {
  const panels = panelsOf(tables, phase);
  const entryIds = Array.from({ length: ENTRIES }, (_, at) => `entry-${at}`);
  const seatIds = Array.from({ length: SEATS }, (_, at) => `seat-${at}`);
  const mark = (criterion: PanelCriterion): fc.Arbitrary<number> =>
    fc.constantFrom(...marksOffered(criterion).slice(-kinds));
  const sheet = (source: PanelSource, seatId: string): fc.Arbitrary<SeatSheet> =>
    fc.array(fc.tuple(...source.criteria.map(mark)), { minLength: ENTRIES, maxLength: ENTRIES }).map((all) => ({
      sourceId: source.id,
      seatId: `${source.id}-${seatId}`,
      items: source.criteria.map(({ id }) => id),
      scores: all.map((marks, at) => ({ entryId: entryIds[at] as string, marks })),
    }));
  const sheets = panels.flatMap((source) => seatIds.map((seatId) => sheet(source, seatId)));
  const recusal = fc.record({
    who: fc.constant('seat' as const),
    id: fc.constantFrom(...panels.map(({ id }) => `${id}-seat-0`)),
    entryId: fc.constantFrom(...entryIds),
  });
  return fc.record({
    entries: fc.constant(entryIds.map((entryId) => ({ entryId }))),
    seats: fc.constant(
      panels.flatMap(({ id: sourceId }) => seatIds.map((seatId) => ({ sourceId, seatId: `${sourceId}-${seatId}` }))),
    ),
    sheets: fc.tuple(...sheets),
    recusals: fc.uniqueArray(recusal, { maxLength: 2, selector: ({ id, entryId }) => `${id} ${entryId}` }),
    values: fc.constant([]),
    carried: fc.constant([]),
    seed: fc.constant('a'.repeat(64)),
  });
};
