/**
 * How long a tally takes, against one pass of JSON.parse over the same numbers (interleaved, medians).
 * Run: node --conditions=source libs/scoring/bench/tally.ts [entries] [evaluators] [criteria]
 */
import { inputsHash, resultHash, type Scheme, tally, type TallySheet } from '@jiangong/scoring';

const [entryCount = 10_000, evaluatorCount = 200, criteriaCount = 10] = process.argv.slice(2).map(Number);
const ROUNDS = 3;

const scheme: Scheme = {
  schemeVersion: 1,
  nameZh: '量测',
  nameEn: 'Bench',
  criteria: Array.from({ length: criteriaCount }, (_, at) => ({ id: `c${at}`, nameZh: '项', nameEn: 'Item', pointsMax: 1_000, step: 10 })),
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

let seed = 20_261_123;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed % below;
};
const idOf = (kind: string, at: number): string => `${kind}-${String(at).padStart(6, '0')}-8f14e45f-ceea-467f`;
const entries = Array.from({ length: entryCount }, (_, at) => idOf('project', at));
const evaluators = Array.from({ length: evaluatorCount }, (_, at) => ({
  evaluatorId: idOf('person', at),
  groupId: at % 3 === 0 ? 'experts' : 'units',
}));
const texts = evaluators.map(({ evaluatorId }) =>
  JSON.stringify({ evaluatorId, scores: entries.map((entryId) => ({ entryId, points: scheme.criteria.map(() => random(101) * 10) })) }),
);

const timed = <T>(work: () => T): readonly [T, number] => {
  const from = process.hrtime.bigint();
  const made = work();
  return [made, Number(process.hrtime.bigint() - from) / 1e6];
};
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const parses: number[] = [];
const tallies: number[] = [];
let hash = '';
for (let round = 0; round < ROUNDS; round++) {
  const [sheets, parseMs] = timed(() => texts.map((text) => JSON.parse(text) as TallySheet));
  const [outcome, tallyMs] = timed(() => tally(scheme, { entries, evaluators, sheets, recusals: [] }));
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.problems));
  parses.push(parseMs);
  tallies.push(tallyMs);
  hash = resultHash(outcome.result);
  if (round === ROUNDS - 1) {
    const [, hashMs] = timed(() => inputsHash({ entries, evaluators, sheets, recusals: [] }));
    console.log(JSON.stringify({ inputsHashMs: Math.round(hashMs) }));
  }
}
console.log(
  JSON.stringify({
    numbers: entryCount * evaluatorCount * criteriaCount,
    parseMs: Math.round(median(parses)),
    tallyMs: Math.round(median(tallies)),
    ratio: Number((median(tallies) / median(parses)).toFixed(2)),
    residentMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
    resultHash: hash,
  }),
);
