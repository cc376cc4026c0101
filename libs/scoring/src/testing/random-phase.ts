import fc from 'fast-check';
import type {
  MarkScale,
  PanelCriterion,
  PanelSource,
  Phase,
  PhaseInputs,
  PhaseTables,
  Row,
  SeatSheet,
  Source,
  TieKey,
  WhenAbsent,
} from '../index.ts';
import { type Dice, diceOf } from './dice.ts';
import { randomBonus, randomBonuses, randomTakeBonus } from './random-bonus.ts';
import { randomChecklist, randomChecks, randomTakeChecklist } from './random-checklist.ts';
import { randomBallots, randomBallotSource, randomTakeBallot } from './random-ballot.ts';
import { randomOperation } from './random-operation.ts';

/** A phase with its inputs as a stranger gets them. */
export type PhaseCase = Readonly<{ tables: PhaseTables; phase: string; inputs: PhaseInputs }>;

const PHASE = 'main';
const EARLIER = 'heats';

const scaleOf = (dice: Dice, marks: PanelSource['marks']): Readonly<{ points: number; scale: MarkScale }> => {
  if (marks === 'coefficient')
    return { points: dice.one([1_000, 2_000]), scale: { kind: 'step', step: dice.one([10, 25, 50]) } };
  switch (dice.below(5)) {
    case 0:
      return { points: 1_000, scale: { kind: 'bands', bands: [1_000, 800, 500] } };
    case 1:
      return {
        points: 100,
        scale: {
          kind: 'levels',
          levels: [
            { id: 'A', share: 10_000 },
            { id: 'B', share: 8_000 },
            { id: 'C', share: 6_000 },
          ],
        },
      };
    case 2:
      return {
        points: 400,
        scale: {
          kind: 'ranges',
          step: 50,
          ranges: [
            [300, 400],
            [0, 100],
          ],
        },
      };
    default: {
      const step = dice.one([1, 10, 100]);
      return { points: 4 * step, scale: { kind: 'step', step } };
    }
  }
};

const markOf = (dice: Dice, { marks }: PanelSource, { points, scale }: PanelCriterion): number => {
  switch (scale.kind) {
    case 'bands':
      return dice.below(scale.bands.length);
    case 'levels':
      return dice.below(scale.levels.length);
    case 'ranges': {
      const [low, high] = dice.one(scale.ranges);
      return low + scale.step * dice.below((high - low) / scale.step + 1);
    }
    case 'step':
      return scale.step * dice.below((marks === 'coefficient' ? 100 : points) / scale.step + 1);
  }
};

const sourcesOf = (dice: Dice): readonly Source[] => [
  ...Array.from({ length: 1 + dice.below(2) }, (_, panel): PanelSource => {
    const marks = dice.one(['points', 'points', 'coefficient'] as const);
    const criteria = Array.from({ length: 1 + dice.below(3) }, (__, at) => ({ id: `c${at}`, ...scaleOf(dice, marks) }));
    return {
      id: `panel-${panel}`,
      kind: 'panel',
      marks,
      criteria,
      pointsTotal: criteria.reduce((sum, { points }) => sum + points, 0),
    };
  }),
  { id: 'clock', kind: 'measure', better: dice.one(['higher', 'lower']) },
  ...(dice.chance(0.6) ? [randomChecklist(dice, 'list')] : []),
  ...(dice.chance(0.5) ? [randomBonus(dice, 'extra')] : []),
  ...(dice.chance(0.5) ? [randomBallotSource(dice, 'poll')] : []),
];

const absences: readonly WhenAbsent[] = ['unranked', 'unranked', 'zero', 'leave-out', 'leave-out'];

const takeOf = (dice: Dice, source: PanelSource, id: string): Row => {
  const ids = source.criteria.map((criterion) => criterion.id);
  const [high, low] = [dice.below(2), dice.below(2)];
  const how = dice.one(['mean', 'trimmed', 'trimmed', 'pooled'] as const);
  return {
    id,
    absent: dice.chance(0.05) ? 'refuse' : dice.one(absences),
    op: 'take-panel',
    source: source.id,
    criteria: dice.chance(0.3) ? ids.slice(0, 1 + dice.below(ids.length)) : ids,
    reduce:
      how === 'trimmed'
        ? { how, high, low, trim: dice.one(['sheets', 'criteria']), recusal: dice.one(['first', 'last']) }
        : { how },
    least: (how === 'trimmed' ? high + low : 0) + 1 + dice.below(2),
    missing: dice.chance(0.05) ? 'refuse' : dice.one(['leave-out', 'zero']),
  };
};

const takesOf = (dice: Dice, source: Source): readonly Row[] => {
  if (source.kind === 'panel') return [takeOf(dice, source, `take-${source.id}`)];
  if (source.kind === 'bonus')
    return [{ id: `take-${source.id}`, absent: 'unranked', ...randomTakeBonus(dice, source) }];
  if (source.kind === 'ballot')
    return [{ id: `take-${source.id}`, absent: dice.one(absences), ...randomTakeBallot(dice, source) }];
  if (source.kind !== 'checklist') return [];
  return Array.from({ length: 1 + dice.below(2) }, (_, at) => ({
    id: `take-${source.id}-${at}`,
    absent: dice.one(absences),
    ...randomTakeChecklist(dice, source),
  }));
};

const rowsOf = (dice: Dice, sources: readonly Source[]): readonly Row[] => {
  const rows: Row[] = sources.flatMap((source) => takesOf(dice, source));
  const count = 1 + dice.below(7);
  for (let at = 0; at < count; at++) {
    const above = rows.map(({ id }) => id);
    const absent = dice.chance(0.03) ? 'refuse' : dice.one(absences);
    rows.push({ id: `row-${at}`, absent, ...randomOperation(dice, above, EARLIER) });
  }
  return rows;
};

const tieOf = (dice: Dice, rows: readonly Row[]): TieKey => {
  const better = dice.one(['higher', 'higher', 'lower'] as const);
  const takes = rows.filter((row) => row.op === 'take-panel' && row.criteria.includes('c0'));
  if (dice.chance(0.5)) return { by: 'row', row: dice.one(rows).id, better };
  return { by: 'mark', criterion: 'c0', of: takes.map(({ id }) => ({ row: id, weight: 1 + dice.below(9) })), better };
};

const phaseOf = (dice: Dice, sources: readonly Source[]): Phase => {
  const rows = rowsOf(dice, sources);
  return {
    id: PHASE,
    admits: { kind: 'all' },
    within: dice.one(['all', 'all', 'category', 'home']),
    rows,
    score: (rows.at(-1) as Row).id,
    decimals: dice.below(4),
    rank: {
      on: dice.one(['exact', 'rounded']),
      better: dice.one(['higher', 'higher', 'lower']),
      ties: Array.from({ length: dice.below(3) }, () => tieOf(dice, rows)),
      then: dice.one(['shared', 'draw', 'body']),
    },
  };
};

const earlier = (better: 'higher' | 'lower'): Phase => ({
  id: EARLIER,
  every: 'quarter',
  admits: { kind: 'all' },
  within: 'all',
  rows: [{ id: 'time', absent: 'unranked', op: 'take-measure', source: 'clock', attempts: 'best' }],
  score: 'time',
  decimals: 2,
  rank: { on: 'exact', better, ties: [], then: 'shared' },
});

/** A seat's sheets, in one or two parts; some entries left empty, some marks where the source is pooled only. */
const sheetsOf = (
  dice: Dice,
  source: PanelSource,
  seatId: string,
  holes: Readonly<{ entryIds: readonly string[]; marks: boolean }>,
): readonly SeatSheet[] => {
  const items = dice.shuffled(source.criteria.map(({ id }) => id));
  const scores = holes.entryIds.flatMap((entryId) => {
    const isEmpty = dice.chance(0.1);
    const marks = items.map((item) => {
      const criterion = source.criteria.find(({ id }) => id === item) as PanelCriterion;
      return isEmpty || (holes.marks && dice.chance(0.2)) ? null : markOf(dice, source, criterion);
    });
    return dice.chance(0.1) ? [] : [{ entryId, marks }];
  });
  if (dice.chance(0.7)) return [{ sourceId: source.id, seatId, items, scores }];
  const middle = dice.below(scores.length + 1);
  return [scores.slice(0, middle), scores.slice(middle)].map((part, at) => ({
    sourceId: source.id,
    seatId,
    part: `part-${at}`,
    items,
    scores: part,
  }));
};

const valuesOf = (dice: Dice, entryIds: readonly string[]) =>
  entryIds.flatMap((entryId) =>
    Array.from({ length: dice.below(4) }, (_, at) => ({
      entryId,
      at,
      numerator: String(dice.below(6) * 50),
      denominator: String(1 + dice.below(3)),
    })),
  );

const inputsOf = (dice: Dice, { sources, phases }: PhaseTables): PhaseInputs => {
  const entries = Array.from({ length: 1 + dice.below(6) }, (_, at) => ({
    entryId: `entry-${at}`,
    category: `category-${dice.below(2)}`,
    home: `home-${dice.below(3)}`,
  }));
  const entryIds = entries.map(({ entryId }) => entryId);
  const { rows } = phases.at(-1) as Phase;
  const panels = sources.filter((source) => source.kind === 'panel');
  const seats = panels.flatMap((source) =>
    Array.from({ length: 1 + dice.below(6) }, (_, at) => ({
      sourceId: source.id,
      seatId: `seat-${at}`,
      ...(dice.chance(0.3) ? { personId: `person-${at}` } : {}),
      ...(dice.chance(0.3) ? { entryIds: entryIds.filter(() => dice.chance(0.7)) } : {}),
    })),
  );
  const list = sources.find((source) => source.kind === 'checklist');
  const poll = sources.find((source) => source.kind === 'ballot');
  const takes = rows.filter((row) => row.op === 'take-checklist');
  const bonus = sources.find((source) => source.kind === 'bonus');
  const onlyPooled = (source: PanelSource) =>
    rows.every((row) => row.op !== 'take-panel' || row.source !== source.id || row.reduce.how === 'pooled');
  return {
    entries,
    seats,
    sheets: seats.flatMap((seat) => {
      const source = panels.find(({ id }) => id === seat.sourceId) as PanelSource;
      const holes = { entryIds: seat.entryIds ?? entryIds, marks: onlyPooled(source) };
      return dice.chance(0.9) ? sheetsOf(dice, source, seat.seatId, holes) : [];
    }),
    recusals: entryIds.flatMap((entryId) => [
      ...seats
        .filter(
          ({ sourceId }, at) => seats.findIndex((one) => one.seatId === seats[at]?.seatId) === at && sourceId !== '',
        )
        .filter(() => dice.chance(0.1))
        .map(({ seatId }) => ({ who: 'seat' as const, id: seatId, entryId })),
      ...(dice.chance(0.2) ? [{ who: 'person' as const, id: `person-${dice.below(6)}`, entryId }] : []),
    ]),
    values: rows.some(({ op }) => op === 'take-measure')
      ? valuesOf(dice, entryIds).map(({ at, ...value }) => ({ ...value, sourceId: 'clock', attempt: at }))
      : [],
    carried: rows.some(({ op }) => op === 'carry')
      ? valuesOf(dice, entryIds).map(({ at, ...value }) => ({ ...value, phase: EARLIER, period: at }))
      : [],
    ...(list === undefined ? {} : { checks: randomChecks(dice, list, takes, entryIds) }),
    ...(bonus === undefined ? {} : { bonuses: randomBonuses(dice, bonus, entryIds) }),
    ...(poll === undefined ? {} : { ballots: randomBallots(dice, poll, entryIds) }),
    seed: dice.hex(64),
  };
};

/** Small phases of all operations, with ties, holes, parts, recusals and absent values. The same number, the same case. */
export const phaseCase = (seed: number): PhaseCase => {
  const dice = diceOf(seed);
  const sources = sourcesOf(dice);
  const phases = [earlier(dice.one(['higher', 'lower'])), phaseOf(dice, sources)];
  const tables: PhaseTables = { tablesVersion: 2, sources, phases };
  return { tables, phase: PHASE, inputs: inputsOf(dice, tables) };
};

export const randomPhase: fc.Arbitrary<PhaseCase> = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(phaseCase);
