import { scoresNobody } from '@jiangong/scoring';
import {
  type CalendarYear,
  type CompiledSubject,
  type CompiledPhase,
  type CompiledRule,
  type CompiledSource,
  type CompiledTemplate,
  needsOf,
  phaseTablesOf,
  type StageWindow,
  stageWindows,
} from '../index.ts';
import { conditionsOf } from '../rule-book/given.ts';
import { textTable } from './text-table.ts';

const points = (hundredths: number): string => String(hundredths / 100);
const share = (basisPoints: number): string => `${basisPoints / 100}%`;

const windowsOf = (
  compiled: CompiledTemplate,
  calendarYear: CalendarYear,
): ReadonlyMap<string, readonly StageWindow[]> => {
  const windows = stageWindows(compiled.calendar, calendarYear);
  if ('reason' in windows) return new Map();
  return Map.groupBy(windows, ({ stageId }) => stageId);
};

const stages = (compiled: CompiledTemplate, calendarYear: CalendarYear): string => {
  const windows = windowsOf(compiled, calendarYear);
  const days = (id: string): string =>
    (windows.get(id) ?? []).map(({ opensOn, closesOn }) => `${opensOn} – ${closesOn}`).join(', ') ||
    'holidays not known';
  return textTable(
    ['stage', 'act', 'by', `days for ${calendarYear.year}`, 'gap'],
    compiled.calendar.map(({ id, act, by, phase, with: beside, gap, every }) => [
      id,
      phase === null ? act : `${act} (${phase})`,
      by.map((party) => `${party}: ${compiled.parties[party]?.role ?? ''}`).join(', '),
      [days(id), every === null ? '' : `every ${every}`, beside === null ? '' : `with ${beside}`]
        .filter(Boolean)
        .join('; '),
      gap === null ? '' : `${gap} working days`,
    ]),
  );
};

const sourceRow = (source: CompiledSource): readonly string[] => {
  switch (source.kind) {
    case 'panel': {
      const { table, filling } = source;
      const parts = table.criteria.map(({ id, points: worth }) => `${id} ${points(worth)}`).join(', ');
      return [
        source.id,
        source.kind,
        `${filling.by} (a ${filling.seat} each)`,
        `${points(table.pointsTotal)} = ${parts}`,
      ];
    }
    case 'measure':
      return [source.id, source.kind, source.by ?? 'computed', `${source.unit}, ${source.table.better} is better`];
    case 'checklist':
      return [
        source.id,
        source.kind,
        [...new Set(Object.values(source.filling.owners))].join(', '),
        `${points(source.table.pointsTotal)} = ${source.table.areas.map(({ id, points: worth }) => `${id} ${points(worth)}`).join(', ')}`,
      ];
    case 'bonus':
      return [
        source.id,
        source.kind,
        `${source.filling.claim}, ${source.filling.decide}`,
        `cap ${source.table.cap === null ? 'none' : points(source.table.cap)}`,
      ];
    case 'ballot':
      return [
        source.id,
        source.kind,
        source.rule.electorates.map(({ who }) => who).join(', '),
        Object.entries(source.rule.levels ?? {})
          .map(([level, worth]) => `${level} ${worth}`)
          .join(', '),
      ];
  }
};

const told = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/["{}]/g, '')
    .replaceAll(/([,:])/g, '$1 ');

const rows = ({ rows: steps, score, decimals, rank, waysOn }: CompiledPhase): string =>
  textTable(
    ['row', 'operation', 'how', 'absent'],
    [
      ...steps.map((row) => {
        const { id, op, absent, ...rest } = row;
        return [id, op, told(rest), waysOn[id] === undefined ? absent : `${absent}, then ${waysOn[id]}`];
      }),
      ['score', score, `${decimals} decimals`, ''],
      [
        'rank',
        rank.on,
        `${rank.better} first; ties: ${rank.ties.map((tie) => (tie.by === 'row' ? tie.row : `marks of ${tie.criterion} (${tie.of.map(({ row, weight }) => `${row} ${share(weight)}`).join(', ')})`)).join(', then ')}; then ${rank.then}`,
        '',
      ],
    ],
  );

const ruleRow = ({ id, name, code, gives, to, ranking, decide }: CompiledRule): readonly string[] => [
  `${id} ${name[0]}`,
  code,
  `${gives} to ${to}`,
  told(ranking.pick),
  `${ranking.edge}`,
  decide,
];

const quotaLine = (quota: CompiledSubject['quota']): string => {
  if (quota === null) return '';
  const { rule, of, least } = quota;
  return rule.kind === 'count'
    ? `${rule.count} a ${of}`
    : `one per ${rule.one} ${rule.counted} of a ${of}, rounded ${rule.round}, at least ${least}`;
};

/** What is asked of whatever is put forward, in words, and who answers it. */
const needs = (compiled: CompiledTemplate): string =>
  textTable(
    ['category', 'needs', 'answered by', 'as of'],
    needsOf(compiled).flatMap(({ subject, asOf, needs: asked }) =>
      asked.map(({ words, anyOf }) => [
        subject,
        `${words.zh} / ${words.en}`,
        [...new Set(anyOf.map((test) => test.answeredBy))].join(', '),
        asOf === null
          ? 'the day of declaring'
          : `${String(asOf.month).padStart(2, '0')}-${String(asOf.day).padStart(2, '0')}${asOf.years === 0 ? '' : `, +${asOf.years}y`}`,
      ]),
    ),
  );

/** A template as tables for a reader: its stages with the days of a year, where points come from, the rows, the outcome. */
export const showTemplate = (compiled: CompiledTemplate, hash: string, calendarYear: CalendarYear): string => {
  const { id, name, parameters, sources, phases, outcome, subjects, intake } = compiled;
  const known = stageWindows(compiled.calendar, calendarYear);
  const parts = [
    `${id}  ${name[0]} / ${name[1]}`,
    `hash ${hash}`,
    `put forward: ${subjects.map((subject) => `${subject.name[0]} (${subject.kind})`).join(', ')}; ${intake.how}${intake.by === undefined ? '' : ` by ${intake.by}`}`,
    ...subjects.flatMap(({ id: subject, quota }) =>
      quota === null ? [] : [`quota of ${subject}: ${quotaLine(quota)}`],
    ),
    Object.keys(parameters).length === 0 ? '' : `parameters: ${told(parameters)}`,
    `\nCalendar${'reason' in known ? `: the holidays of ${known.details.year} are not known` : ''}`,
    stages(compiled, calendarYear),
    sources.length === 0
      ? ''
      : `\nSources\n${textTable(['source', 'kind', 'filled by', 'points'], sources.map(sourceRow))}`,
    needsOf(compiled).length === 0 ? '' : `\nNeeds\n${needs(compiled)}`,
    ...phases.map((phase) =>
      scoresNobody(phase)
        ? '\nNothing is scored: the body chooses among whoever was let in.'
        : `\nResult: ${phase.id}\n${rows(phase)}`,
    ),
    `\nOutcome\n${textTable(['rule', 'code', 'gives', 'takes', 'edge', 'decided'], outcome.map(ruleRow))}`,
    ...conditionsOf(compiled).map(({ zh, en }) => `- ${zh}\n  ${en}`),
    phaseTablesOf(compiled) ? '' : '\nThe engine does not compute all of its sources yet.',
  ];
  return parts.filter((part) => part !== '').join('\n');
};
