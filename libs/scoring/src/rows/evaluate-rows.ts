import { compareRationals, type Rational } from '../rational.ts';
import { countBallot } from './count-ballot.ts';
import { countBonus } from './count-bonus.ts';
import { countChecklist } from './count-checklist.ts';
import { countPanel, type PanelReader } from './count-panel.ts';
import { inHundredths, minus, roundedTo, times, total, weighedMean, ZERO } from './exact.ts';
import { type Layout, recordKey, type Recorded } from './lay-out.ts';
import type { BonusBook } from './lay-out-bonuses.ts';
import type { CheckBook } from './lay-out-checks.ts';
import type {
  Absence,
  AbsentReason,
  BallotStory,
  BonusStory,
  ChecklistStory,
  Lack,
  PanelStory,
} from './phase-result.ts';
import type { BallotSource } from './source.ts';
import type { Operation, Phase, Row, WhenAbsent } from './phase.ts';

/** A row's value for one entry; null where it is absent. */
export type Cell = Readonly<{
  value: Rational | null;
  absence: Absence | null;
  panel: PanelStory | null;
  checklist: ChecklistStory | null;
  bonus: BonusStory | null;
  ballot: BallotStory | null;
}>;

/** Who could still bring what is not there: columns of a panel's matrix, items of a check-list. */
export type Missing = Readonly<{ columns: readonly number[]; items: readonly string[] }>;

const NOTHING_MISSING: Missing = { columns: [], items: [] };

/** Everything that the rows read, made ready once for all entries. */
export type Sheet = Readonly<{
  phase: Phase;
  layout: Layout;
  readers: ReadonlyMap<string, PanelReader>;
  /** Whether lower is better, by measure and by earlier phase. */
  lowerIsBetter: ReadonlySet<string>;
  /** Hears of values that the tables refuse to do without. */
  lacking: (row: string, reason: Lack['reason'], entry: number, missing: Missing) => void;
}>;

type Result = Rational | Absence;

const isAbsent = (result: Result): result is Absence => 'reason' in result;

const absent = (row: string, reason: AbsentReason): Absence => ({ reason, row });

const bestOf = (values: readonly Rational[], lower: boolean): Rational =>
  values.reduce((best, one) => (compareRationals(one, best) < 0 === lower ? one : best));

const across = (
  recorded: readonly Recorded[],
  how: 'mean' | 'sum' | 'best' | 'last',
  lowerIsBetter: boolean,
): Rational => {
  const values = recorded.map(({ value }) => value);
  switch (how) {
    case 'mean':
      return times(total(values), 1n, BigInt(values.length));
    case 'sum':
      return total(values);
    case 'best':
      return bestOf(values, lowerIsBetter);
    case 'last':
      return values.at(-1) ?? ZERO;
  }
};

/** Reads the cells above; the first absent input that may not be left out makes the row absent, too. */
class Above {
  private readonly cells: ReadonlyMap<string, Cell>;
  private readonly rules: ReadonlyMap<string, WhenAbsent>;

  constructor(cells: ReadonlyMap<string, Cell>, rules: ReadonlyMap<string, WhenAbsent>) {
    this.cells = cells;
    this.rules = rules;
  }

  one(row: string): Result {
    const { value, absence } = this.cells.get(row) as Cell;
    return value ?? (absence as Absence);
  }

  /** The values that there are; an absence when one that must be there is not, or when none is left. */
  some<T>(items: readonly T[], rowOf: (item: T) => string, by: string) {
    const found: Readonly<{ item: T; value: Rational }>[] = [];
    for (const item of items) {
      const result = this.one(rowOf(item));
      if (!isAbsent(result)) found.push({ item, value: result });
      else if (this.rules.get(rowOf(item)) !== 'leave-out') return result;
    }
    return found.length === 0 ? absent(by, 'NOTHING_LEFT') : found;
  }
}

const bandOf = ({ when, bands, else: otherwise }: Extract<Operation, { op: 'bands' }>, value: Rational): Rational => {
  const band = bands.find(({ limit }) => {
    const order = compareRationals(value, { numerator: BigInt(limit), denominator: 1n });
    return when === 'at-least' ? order >= 0 : order <= 0;
  });
  return { numerator: BigInt(band?.points ?? otherwise), denominator: 1n };
};

const clamped = ({ floor, cap }: Extract<Operation, { op: 'clamp' }>, value: Rational): Rational => {
  const low = floor === undefined ? undefined : { numerator: BigInt(floor), denominator: 1n };
  const high = cap === undefined ? undefined : { numerator: BigInt(cap), denominator: 1n };
  const raised = low !== undefined && compareRationals(value, low) < 0 ? low : value;
  return high !== undefined && compareRationals(raised, high) > 0 ? high : raised;
};

type OverRows = Extract<
  Row,
  { op: 'sum' | 'weigh' | 'mean' | 'best' | 'scale' | 'times' | 'clamp' | 'bands' | 'round' }
>;

type OverOne = Extract<OverRows, { op: 'scale' | 'times' | 'clamp' | 'bands' | 'round' }>;

const ofOne = (row: OverOne, above: Above): Result => {
  const value = above.one(row.of);
  if (isAbsent(value)) return value;
  switch (row.op) {
    case 'scale':
      return times(value, BigInt(row.to), BigInt(row.from));
    case 'times': {
      const by = above.one(row.by);
      return isAbsent(by) ? by : times(value, by.numerator, by.denominator * 10_000n);
    }
    case 'clamp':
      return clamped(row, value);
    case 'bands':
      return bandOf(row, value);
    case 'round':
      return inHundredths(roundedTo(value, row.decimals, row.how), row.decimals);
  }
};

const overRows = (row: OverRows, above: Above): Result => {
  const itself = (id: string): string => id;
  switch (row.op) {
    case 'sum': {
      const found = above.some([...row.of, ...row.minus], itself, row.id);
      if (!Array.isArray(found)) return found as Absence;
      const added = found.filter(({ item }) => row.of.includes(item)).map(({ value }) => value);
      const taken = found.filter(({ item }) => !row.of.includes(item)).map(({ value }) => value);
      return added.length === 0 ? absent(row.id, 'NOTHING_LEFT') : minus(total(added), total(taken));
    }
    case 'weigh': {
      const found = above.some(row.weights, (weight) => weight.row, row.id);
      return Array.isArray(found)
        ? weighedMean(found.map(({ item, value }) => ({ value, weight: item.weight })))
        : (found as Absence);
    }
    case 'mean':
    case 'best': {
      const found = above.some(row.of, itself, row.id);
      if (!Array.isArray(found)) return found as Absence;
      const values = found.map(({ value }) => value);
      return row.op === 'best' ? bestOf(values, false) : times(total(values), 1n, BigInt(values.length));
    }
    case 'scale':
    case 'times':
    case 'clamp':
    case 'bands':
    case 'round':
      return ofOne(row, above);
  }
};

type Read = Readonly<{
  result: Result;
  panel: PanelStory | null;
  checklist: ChecklistStory | null;
  bonus: BonusStory | null;
  ballot: BallotStory | null;
  missing: Missing;
}>;

const plain = (result: Result): Read => ({
  result,
  panel: null,
  checklist: null,
  bonus: null,
  ballot: null,
  missing: NOTHING_MISSING,
});

const readChecklist = (sheet: Sheet, row: Extract<Row, { op: 'take-checklist' }>, entry: number): Read => {
  const entryId = sheet.layout.entries[entry]?.entryId ?? '';
  const { value, story, unscored } = countChecklist(sheet.layout.checks.get(row.source) as CheckBook, row, entryId);
  const missing: Missing = { columns: [], items: unscored };
  if (row.unscored === 'refuse' && unscored.length > 0) sheet.lacking(row.id, 'ITEM_UNSCORED', entry, missing);
  return { ...plain(value ?? absent(row.id, 'PERIODS_BELOW_MINIMUM')), checklist: story };
};

const readBonus = (sheet: Sheet, row: Extract<Row, { op: 'take-bonus' }>, entryId: string): Read => {
  const { points, story } = countBonus(sheet.layout.bonuses.get(row.source) as BonusBook, row, entryId);
  const result = { numerator: BigInt(points), denominator: 1n };
  return { ...plain(result), bonus: story };
};

const readBallot = (sheet: Sheet, row: Extract<Row, { op: 'take-ballot' }>, entryId: string): Read => {
  const given = sheet.layout.ballots.given.get(recordKey(row.source, entryId));
  if (given === undefined) return plain(absent(row.id, 'NOT_RECORDED'));
  const counted = countBallot(sheet.layout.ballots.sources.get(row.source) as BallotSource, given, row.questions);
  const { issued, cast, counts } = given;
  return {
    ...plain(typeof counted === 'string' ? absent(row.id, counted) : counted),
    ballot: { issued, cast, counts },
  };
};

const readRow = (sheet: Sheet, row: Row, entry: number, above: Above): Read => {
  const entryId = sheet.layout.entries[entry]?.entryId ?? '';
  const recorded = (of: string): readonly Recorded[] => sheet.layout.recorded.get(recordKey(of, entryId)) ?? [];
  switch (row.op) {
    case 'take-panel': {
      const { story, value, missing: columns } = countPanel(sheet.readers.get(row.id) as PanelReader, entry);
      const missing: Missing = { columns, items: [] };
      if (row.missing === 'refuse' && columns.length > 0) sheet.lacking(row.id, 'MARKS_MISSING', entry, missing);
      return { ...plain(value ?? absent(row.id, 'PANEL_BELOW_MINIMUM')), panel: story, missing };
    }
    case 'take-checklist':
      return readChecklist(sheet, row, entry);
    case 'take-bonus':
      return readBonus(sheet, row, entryId);
    case 'take-ballot':
      return readBallot(sheet, row, entryId);
    case 'take-measure': {
      const values = recorded(row.source);
      if (values.length === 0) return plain(absent(row.id, 'NOT_RECORDED'));
      return plain(across(values, row.attempts, sheet.lowerIsBetter.has(row.source)));
    }
    case 'carry': {
      const values = recorded(`phase:${row.phase}`);
      if (values.length < row.least) return plain(absent(row.id, 'NOT_CARRIED'));
      return plain(across(values, row.across, sheet.lowerIsBetter.has(`phase:${row.phase}`)));
    }
    default:
      return plain(overRows(row, above));
  }
};

/** All rows of one entry, from the top. */
export const evaluateRows = (sheet: Sheet, entry: number): ReadonlyMap<string, Cell> => {
  const cells = new Map<string, Cell>();
  const above = new Above(cells, new Map(sheet.phase.rows.map(({ id, absent: rule }) => [id, rule])));
  for (const row of sheet.phase.rows) {
    const { result, missing, ...stories } = readRow(sheet, row, entry, above);
    if (!isAbsent(result)) cells.set(row.id, { value: result, absence: null, ...stories });
    else {
      if (row.absent === 'refuse') sheet.lacking(row.id, result.reason, entry, missing);
      cells.set(row.id, { value: row.absent === 'zero' ? ZERO : null, absence: result, ...stories });
    }
  }
  return cells;
};
