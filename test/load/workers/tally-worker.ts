import { computePhase, type SeatSheet } from '@jiangong/scoring';
import { type Scheme, tally, type TallySheet } from '@jiangong/scoring/testing';
import { phaseInputsOf, rowsOfScheme } from '@jiangong/scoring/testing';
import { median } from '../measure.ts';

/** One process of the tally bench: a round of this size, told by its first argument; answers over IPC. */
export type TallyOrder = Readonly<{
  engine: 'scheme' | 'rows';
  entries: number;
  evaluators: number;
  criteria: number;
  rounds: number;
}>;
/** Medians of the rounds, in milliseconds; the most memory that the process ever held. */
export type TallyMeasured = Readonly<{ parseMs: number; tallyMs: number; peakMiB: number }>;

const SEED = 20_261_123;
const POINTS_MAX = 1_000;
const STEP = 10;

const order = JSON.parse(process.argv[2] as string) as TallyOrder;

const dice = (): ((below: number) => number) => {
  let seed = SEED;
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
};

const scheme: Scheme = {
  schemeVersion: 1,
  nameZh: '量测',
  nameEn: 'Bench',
  criteria: Array.from({ length: order.criteria }, (_, at) => ({
    id: `c${at}`,
    nameZh: '项',
    nameEn: 'Item',
    pointsMax: POINTS_MAX,
    step: STEP,
  })),
  groups: [
    { id: 'units', weight: 4_000, aggregation: { kind: 'mean' } as const },
    { id: 'experts', weight: 6_000, aggregation: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1 } as const },
  ].map((group) => ({
    ...group,
    nameZh: '组',
    nameEn: 'Group',
    trimming: 'after-recusal',
    panelMin: 3,
    belowPanelMin: 'refuse',
    missingSheet: 'leave-out',
  })),
  ranking: 'exact',
  decimals: 2,
  ties: {
    breakers: [
      { by: 'group', groupId: 'experts' },
      { by: 'criterion', criterionId: 'c0' },
    ],
    then: 'shared-rank',
  },
};

const idOf = (kind: string, at: number): string => `${kind}-${String(at).padStart(6, '0')}-8f14e45f-ceea-467f`;
const random = dice();
const entries = Array.from({ length: order.entries }, (_, at) => idOf('entry', at));
const evaluators = Array.from({ length: order.evaluators }, (_, at) => ({
  evaluatorId: idOf('person', at),
  groupId: at % 3 === 0 ? 'experts' : 'units',
}));
const sheetIn = {
  scheme: (evaluatorId: string, _groupId: string, points: readonly (readonly number[])[]) => ({
    evaluatorId,
    scores: entries.map((entryId, at) => ({ entryId, points: points[at] })),
  }),
  rows: (evaluatorId: string, groupId: string, points: readonly (readonly number[])[]) => ({
    sourceId: groupId,
    seatId: evaluatorId,
    items: scheme.criteria.map(({ id }) => id),
    scores: entries.map((entryId, at) => ({ entryId, marks: points[at] })),
  }),
}[order.engine];
const texts = evaluators.map(({ evaluatorId, groupId }) =>
  JSON.stringify(
    sheetIn(
      evaluatorId,
      groupId,
      entries.map(() => scheme.criteria.map(() => random(POINTS_MAX / STEP + 1) * STEP)),
    ),
  ),
);

/** The same round by the first edition, or by rows. */
const tallyOf = {
  scheme: (sheets: readonly unknown[]) =>
    tally(scheme, { entries, evaluators, sheets: sheets as readonly TallySheet[], recusals: [] }).kind === 'tallied',
  rows: (sheets: readonly unknown[]) => {
    const inputs = phaseInputsOf(scheme, { entries, evaluators, sheets: [], recusals: [] });
    const outcome = computePhase(rowsOfScheme(scheme), 'main', { ...inputs, sheets: sheets as readonly SeatSheet[] });
    return outcome.kind === 'computed';
  },
}[order.engine];

const parses: number[] = [];
const tallies: number[] = [];
for (let round = 0; round < order.rounds; round++) {
  const began = performance.now();
  const sheets = texts.map((text) => JSON.parse(text) as unknown);
  const parsed = performance.now();
  if (!tallyOf(sheets)) throw new Error('the bench has no result');
  tallies.push(performance.now() - parsed);
  parses.push(parsed - began);
}
const answer: TallyMeasured = {
  parseMs: median(parses),
  tallyMs: median(tallies),
  peakMiB: process.resourceUsage().maxRSS / 1_024,
};
process.send?.(answer);
process.disconnect();
