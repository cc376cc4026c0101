import type { CallContext } from '@jiangong/service-host';
import type { Cell, Form, FormCell, FormRule, FormSheet, FormStyle } from '@jiangong/spreadsheets';
import { officeOf } from '../domain/measure/decide-values.ts';
import {
  ATTEMPT_COLUMN,
  DAY_COLUMN,
  ENTRY_COLUMN,
  ORIGIN_SHEET,
  ORIGIN_WORDS,
  PLAIN_COLUMNS,
  unitName,
  VALUE_COLUMN,
  VALUES_SHEET,
} from '../domain/measure/form-layout.ts';
import { measureGroundOf } from '../domain/measure/ground.ts';
import { ATTEMPTS_MAX, VALUE_MAX, VALUES_PER_ORDER_MAX } from '../domain/measure/limits.ts';
import { writtenValue } from '../domain/measure/read-value.ts';
import type { MeasureRefusal } from '../domain/measure/refusals.ts';
import type { Measure } from '../domain/measure/state.ts';
import { entriesIn, isPrepared } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import type { OfSource } from './change-measure.ts';
import type { Decisions } from './decisions.ts';
import type { Workbooks } from './ports.ts';
import { type MeasureRead, readRoundMeasures } from './read-measure.ts';

/** The rows above the entries: heading, what is to be known, titles. */
const HEAD_ROWS = 3;
const COLUMN_WIDTHS = [38, 6, 36, 22, 8, 14, 14, 36] as const;
/** Before what is filled in: the entry's id, which is not shown, a number, what it is, and whose. */
const PLAIN_BEFORE = 4;

type FormLine = Readonly<{ entryId: string; title: string; organization: string; attempt: number; recorded: string }>;

export type MeasureForm = Readonly<{ content: Uint8Array; name: string; parts: number }>;

const cell = (value: Cell, style: FormStyle): FormCell => ({ value, style });

/** What stands of an entry, and which attempt comes next. */
const standingOf = (
  { values }: Measure,
  entryId: string,
  decimals: number,
): Readonly<{ attempt: number; recorded: string }> => {
  const mine = [...values.values()]
    .filter((one) => one.entryId === entryId && one.given !== null)
    .sort((a, b) => a.attempt - b.attempt);
  const recorded = mine.flatMap(({ attempt, given }) =>
    given === null ? [] : [`第${attempt}次 ${writtenValue(given.value, { decimals })}（${given.dayOf}）`],
  );
  return { attempt: Math.min(ATTEMPTS_MAX, (mine.at(-1)?.attempt ?? 0) + 1), recorded: recorded.join('；') };
};

const lineCells = (line: FormLine, number: number): readonly FormCell[] => [
  cell(line.entryId, 'text'),
  cell(number, 'text'),
  cell(line.title, 'text'),
  cell(line.organization, 'text'),
  cell(line.attempt, 'open'),
  cell(null, 'open'),
  cell(null, 'open'),
  cell(line.recorded, 'text'),
];

const rulesOf = (rows: number, least: number): readonly FormRule[] => {
  if (rows === 0) return [];
  const place = { fromRow: HEAD_ROWS + 1, toRow: HEAD_ROWS + rows };
  return [
    {
      ...{ kind: 'between', least: 1, most: ATTEMPTS_MAX, ...place, column: PLAIN_BEFORE + 1 },
      ...{ title: ATTEMPT_COLUMN, said: `请填 1 至 ${ATTEMPTS_MAX} 之间的整数` },
    },
    {
      ...{ kind: 'between', least, most: VALUE_MAX, ...place, column: PLAIN_BEFORE + 2 },
      ...{ title: VALUE_COLUMN, said: `请填 ${least} 至 ${VALUE_MAX} 之间的数` },
    },
  ];
};

type Contents = Readonly<{ heading: string; found: MeasureRead; lines: readonly FormLine[]; from: number }>;

const valuesSheet = ({ heading, found, lines, from }: Contents): FormSheet => {
  const { unit, decimals } = found.open.rules;
  const [number, title, organization, recorded] = PLAIN_COLUMNS;
  const said = `只填白色单元格：数据最多 ${decimals} 位小数，日期写作 2026-06-01。空行不登记；已登记的不会被覆盖。填好后在系统中上传，检查无误并确认后才登记。`;
  return {
    ...{ name: VALUES_SHEET, hidden: false, headRows: HEAD_ROWS, headColumns: PLAIN_BEFORE },
    columns: COLUMN_WIDTHS.map((width, at) => ({ width, hidden: at === 0 })),
    rows: [
      [cell(null, 'plain'), cell(heading, 'title')],
      [cell(null, 'plain'), cell(said, 'plain')],
      [
        ...[ENTRY_COLUMN, number, title, organization, ATTEMPT_COLUMN],
        ...[`${VALUE_COLUMN}（${unitName(unit)}）`, DAY_COLUMN, `${recorded}（只供查看）`],
      ].map((word) => cell(word, 'head')),
      ...lines.map((line, at) => lineCells(line, from + at + 1)),
    ],
    rules: rulesOf(lines.length, unit === 'rank' ? 1 : 0),
  };
};

const originSheet = ({ roundId, sourceId }: OfSource): FormSheet => ({
  ...{ name: ORIGIN_SHEET, hidden: true, columns: [], headRows: 0, headColumns: 0, rules: [] },
  rows: [
    [ORIGIN_WORDS.round, roundId],
    [ORIGIN_WORDS.measure, sourceId],
  ].map((line) => line.map((value) => cell(value, 'plain'))),
});

/** The entries of a round as a workbook for the values of one measure, for the office that records it. */
export const makeMeasureForm =
  (decisions: Decisions, workbooks: Workbooks) =>
  async ({ roundId, sourceId, part }: OfSource & Readonly<{ part: number }>, call: CallContext) => {
    const { round } = await decisions.readRound(roundId);
    const refused = (reason: MeasureRefusal['reason'], field: string) =>
      ({ kind: 'refused', refusal: { reason, field } }) as const;
    if (!isPrepared(round)) return refused('NO_MEASURE', 'sourceId');
    const person = await callerIn(decisions, round, call);
    const office = officeOf(measureGroundOf(round, { sourceId, entryIds: [] }, person, call.now));
    if ('reason' in office) return { kind: 'refused', refusal: office } as const;
    const found = (await readRoundMeasures(decisions, round)).find(({ open }) => open.source.id === sourceId);
    if (found === undefined) return refused('NO_MEASURE', 'sourceId');
    const all = entriesIn(round);
    const parts = Math.max(1, Math.ceil(all.length / VALUES_PER_ORDER_MAX));
    const from = (Math.min(Math.max(part, 1), parts) - 1) * VALUES_PER_ORDER_MAX;
    const some = all.slice(from, from + VALUES_PER_ORDER_MAX);
    const names = await decisions.known.names(some.map(({ homeId }) => homeId));
    const lines = some.map(({ entryId, title, homeId }) => ({
      ...{ entryId, title, organization: names[homeId]?.zh ?? '' },
      ...standingOf(found.measure, entryId, found.open.rules.decimals),
    }));
    const heading = `${round.tables.programme.nameZh}${found.open.rules.name?.[0] ?? sourceId}登记表`;
    const form: Form = { sheets: [valuesSheet({ heading, found, lines, from }), originSheet({ roundId, sourceId })] };
    const made: MeasureForm = { content: workbooks.write(form), name: heading, parts };
    return { kind: 'made', made } as const;
  };
