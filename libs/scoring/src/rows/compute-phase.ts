import type { Rational } from '../rational.ts';
import { compareIds } from '../ids.ts';
import { criterionMean, panelReader, type PanelReader } from './count-panel.ts';
import { evaluateRows, type Cell, type Missing, type Sheet } from './evaluate-rows.ts';
import { roundedTo, weighedMean } from './exact.ts';
import { type Layout, layOut } from './lay-out.ts';
import type { PanelMatrix } from './panel-matrix.ts';
import { PHASE_ALGORITHM } from './phase-algorithm.ts';
import { type PhaseEntry, type PhaseInputs, phaseInputLimits } from './phase-inputs.ts';
import type {
  Lack,
  PhaseOutcome,
  PhaseProblem,
  PhaseResult,
  RankedValue,
  RowValue,
  UnrankedValue,
} from './phase-result.ts';
import { type Phase, type PhaseTables, scoresNobody, type TieKey } from './phase.ts';
import { type Contender, rankValues } from './rank-values.ts';

/** Items of a check-list that one lack names. */
const ITEMS_NAMED_MAX = 20;

const namedItems = (items: readonly string[]): Pick<Lack, 'items'> =>
  items.length === 0 ? {} : { items: items.slice(0, ITEMS_NAMED_MAX) };

/** Collects what is lacking: a seat without a sheet once for all entries, everything else entry by entry. */
class Lacks {
  readonly found: Lack[] = [];
  private readonly told = new Set<string>();
  private readonly layout: Layout;
  private readonly readers: ReadonlyMap<string, PanelReader>;

  constructor(layout: Layout, readers: ReadonlyMap<string, PanelReader>) {
    this.layout = layout;
    this.readers = readers;
  }

  add(row: string, reason: Lack['reason'], entry: number, { columns: missing, items }: Missing): void {
    const matrix = this.readers.get(row)?.matrix;
    if (reason !== 'MARKS_MISSING' || matrix === undefined)
      return this.push({ row, reason, entryId: this.idOf(entry), ...namedItems(items) }, missing);
    const sheetless = missing.filter((column) => matrix.withSheet[column] === 0);
    for (const column of sheetless) {
      const key = `${row}/${column}`;
      if (!this.told.has(key)) this.push({ row, reason, entryId: null }, [column]);
      this.told.add(key);
    }
    if (sheetless.length < missing.length)
      this.push(
        { row, reason, entryId: this.idOf(entry) },
        missing.filter((column) => matrix.withSheet[column] === 1),
      );
  }

  private idOf(entry: number): string {
    return this.layout.entries[entry]?.entryId ?? '';
  }

  private push(lack: Omit<Lack, 'seatIds'>, columns: readonly number[]): void {
    const seatIds = this.readers.get(lack.row)?.matrix.seatIds ?? [];
    if (this.found.length < phaseInputLimits.problemsMax)
      this.found.push({ ...lack, seatIds: columns.map((column) => seatIds[column] ?? '') });
  }
}

const tieValue = (sheet: Sheet, key: TieKey, entry: number, cells: ReadonlyMap<string, Cell>): Rational | null => {
  if (key.by === 'row') return cells.get(key.row)?.value ?? null;
  const shares = key.of.map(({ row, weight }) => ({
    weight,
    value: criterionMean(sheet.readers.get(row) as PanelReader, entry, key.criterion),
  }));
  return shares.every((share): share is Readonly<{ weight: number; value: Rational }> => share.value !== null)
    ? weighedMean(shares)
    : null;
};

const rowValues = (cells: ReadonlyMap<string, Cell>): readonly RowValue[] =>
  [...cells].map(([row, { value, absence, panel, checklist, bonus, ballot }]) => ({
    row,
    numerator: value?.numerator.toString() ?? null,
    denominator: value?.denominator.toString() ?? null,
    absent: absence,
    panel,
    // A result without check-lists, bonuses and ballots is what it was before there were any, to the byte.
    ...(checklist === null ? {} : { checklist }),
    ...(bonus === null ? {} : { bonus }),
    ...(ballot === null ? {} : { ballot }),
  }));

const classOf = ({ within }: Phase, { category, home }: PhaseEntry): string | null =>
  within === 'all' ? null : ((within === 'category' ? category : home) ?? null);

type Counted = Readonly<{ within: string | null; rows: readonly RowValue[] }>;

const ranking = (
  phase: Phase,
  contenders: readonly Contender<Counted>[],
  seed: string | null,
): readonly RankedValue[] =>
  [...new Set(contenders.map(({ carries }) => carries.within))]
    .sort((a, b) => compareIds(a ?? '', b ?? ''))
    .flatMap((within) =>
      rankValues(
        phase.rank,
        contenders.filter(({ carries }) => carries.within === within),
        seed,
      ),
    )
    .map(({ contender: { entryId, value, score, carries }, rank, tie }) => ({
      entryId,
      within: carries.within,
      rank,
      score: Number(score),
      numerator: value.numerator.toString(),
      denominator: value.denominator.toString(),
      rows: carries.rows,
      tie,
    }));

const sheetOf = (tables: PhaseTables, phase: Phase, layout: Layout): Readonly<{ sheet: Sheet; lacks: Lacks }> => {
  const readers = new Map(
    phase.rows.flatMap((row) =>
      row.op === 'take-panel'
        ? [[row.id, panelReader(row, layout.panels.get(row.source) as PanelMatrix)] as const]
        : [],
    ),
  );
  const lacks = new Lacks(layout, readers);
  const lowerIsBetter = new Set([
    ...tables.sources.flatMap((source) => (source.kind === 'measure' && source.better === 'lower' ? [source.id] : [])),
    ...tables.phases.filter(({ rank }) => rank.better === 'lower').map(({ id }) => `phase:${id}`),
  ]);
  return { sheet: { phase, layout, readers, lowerIsBetter, lacking: lacks.add.bind(lacks) }, lacks };
};

const missingSheets = (layout: Layout) =>
  [...layout.panels.values()]
    .flatMap(({ source, seatIds, withSheet }) =>
      seatIds.filter((_, column) => withSheet[column] === 0).map((seatId) => ({ sourceId: source.id, seatId })),
    )
    .sort((a, b) => compareIds(a.sourceId, b.sourceId) || compareIds(a.seatId, b.seatId));

const headOf = ({ id, decimals }: Phase) =>
  ({
    resultVersion: 2,
    algorithm: `${PHASE_ALGORITHM.name}-${PHASE_ALGORITHM.version}`,
    phase: id,
    decimals,
  }) as const;

/** The result of a phase that scores nobody: who may be chosen. */
const listOf = (phase: Phase, layout: Layout): PhaseResult => ({
  ...headOf(phase),
  missingSheets: [],
  entries: [],
  unranked: layout.entries.map((entry) => ({
    entryId: entry.entryId,
    within: classOf(phase, entry),
    reason: 'NOT_SCORED',
    row: '',
    rows: [],
  })),
});

/**
 * A phase's result: pure and exact. The same tables and inputs, in whatever order, give the same result to the byte.
 * Assumes tables that `validatePhases` let pass; throws on a phase that is not in them.
 */
export const computePhase = (tables: PhaseTables, phaseId: string, inputs: PhaseInputs): PhaseOutcome => {
  const phase = tables.phases.find(({ id }) => id === phaseId);
  if (phase === undefined) throw new RangeError(`no phase ${phaseId}`);
  const layout = layOut(tables, phase, inputs);
  if (!('panels' in layout)) return { kind: 'impossible', problems: layout };
  if (scoresNobody(phase)) return { kind: 'computed', result: listOf(phase, layout) };
  const { sheet, lacks } = sheetOf(tables, phase, layout);
  const contenders: Contender<Counted>[] = [];
  const unranked: UnrankedValue[] = [];
  const problems: PhaseProblem[] = [];
  layout.entries.forEach((entry, index) => {
    const { entryId } = entry;
    const cells = evaluateRows(sheet, index);
    const { value, absence } = cells.get(phase.score) as Cell;
    const within = classOf(phase, entry);
    const rows = rowValues(cells);
    if (value === null) {
      if (absence !== null) unranked.push({ entryId, within, reason: absence.reason, row: absence.row, rows });
      return;
    }
    const score = roundedTo(value, phase.decimals, 'half-even');
    if (!Number.isSafeInteger(Number(score))) problems.push({ reason: 'VALUE_TOO_LARGE', path: entryId });
    const tieValues = () => phase.rank.ties.map((key) => tieValue(sheet, key, index, cells));
    contenders.push({ entryId, value, score, tieValues, carries: { within, rows } });
  });
  if (problems.length > 0) return { kind: 'impossible', problems: problems.slice(0, phaseInputLimits.problemsMax) };
  if (lacks.found.length > 0) return { kind: 'lacking', lacks: lacks.found };
  return {
    kind: 'computed',
    result: {
      ...headOf(phase),
      missingSheets: missingSheets(layout),
      entries: ranking(phase, contenders, inputs.seed),
      unranked,
    },
  };
};
