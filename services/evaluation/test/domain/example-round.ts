import { rulesHash, type AwardsPlan, type Scheme } from '@jiangong/scoring';
import type { OpenedSheet, TakeDecision } from '../../src/domain/round/orders.ts';
import type { DecidedAwards, RoundFact } from '../../src/domain/round/facts.ts';

export const NOW = '2021-12-10T02:00:00.000Z';
export const ROUND = '10000000-0000-4000-8000-000000000001';
export const EDITION = '20000000-0000-4000-8000-000000000001';
export const COMMITTEE = '30000000-0000-4000-8000-000000000001';
export const SCHEME = '40000000-0000-4000-8000-000000000001';

/** Short names stand for ids; ids of the scoring library are any lower-case ASCII. */
export const scheme: Scheme = {
  schemeVersion: 1,
  nameZh: '建功项目评分办法',
  nameEn: 'Merit project scoring',
  criteria: [
    { id: 'innovation', nameZh: '创新', nameEn: 'Innovation', pointsMax: 4_000, step: 50 },
    { id: 'effect', nameZh: '实效', nameEn: 'Effect', pointsMax: 6_000, step: 50 },
  ],
  groups: [
    { id: 'units', weight: 4_000 },
    { id: 'experts', weight: 6_000 },
  ].map(({ id, weight }) => ({
    id,
    nameZh: id,
    nameEn: id,
    weight,
    aggregation: { kind: 'mean' },
    trimming: 'after-recusal',
    panelMin: 1,
    belowPanelMin: 'refuse',
    missingSheet: 'leave-out',
  })),
  ranking: 'exact',
  decimals: 2,
  ties: { breakers: [], then: 'shared-rank' },
};

export const plan: AwardsPlan = {
  planVersion: 1,
  grades: [
    { id: 'first', nameZh: '一等奖', nameEn: 'First Prize', count: 1 },
    { id: 'second', nameZh: '二等奖', nameEn: 'Second Prize', count: 1 },
  ],
  leaderGrades: ['first'],
  organizations: { countMax: 1, declaredMin: 1, awardedMin: 1 },
};

export const entryOf = (name: string) => ({
  entryId: `entry-${name}`,
  unitId: `unit-${name}`,
  leaderPersonId: `leader-${name}`,
  title: `项目${name}`,
});

export const admitted: readonly RoundFact[] = ['a', 'b', 'c'].map((name) => ({
  type: 'EntryAdmitted.v1',
  data: { editionId: EDITION, ...entryOf(name) },
}));

export const prepared: RoundFact = {
  type: 'RoundPrepared.v1',
  data: { roundId: ROUND, editionId: EDITION, committeeId: COMMITTEE, schemeId: SCHEME, scheme, plan },
};

export const assigned = (personId: string, groupId: string, unitId: string | null): RoundFact => ({
  type: 'EvaluatorAssigned.v1',
  data: { roundId: ROUND, editionId: EDITION, personId, groupId, unitId },
});

/** The officer of unit a (who does not score entry a) and two experts. */
export const panel: readonly RoundFact[] = [
  assigned('officer-a', 'units', 'unit-a'),
  assigned('officer-z', 'units', 'unit-z'),
  assigned('expert-1', 'experts', null),
];

export const opened: readonly RoundFact[] = [
  { type: 'RulesFrozen.v1', data: { roundId: ROUND, rulesHash: rulesHash(scheme, plan) } },
  { type: 'RoundOpened.v1', data: { roundId: ROUND, editionId: EDITION, entryCount: 3 } },
];

export const closed: RoundFact = {
  type: 'RoundClosed.v1',
  data: { roundId: ROUND, editionId: EDITION, lastIndex: 100 },
};
export const sheetsOpened: RoundFact = { type: 'SheetsOpened.v1', data: { roundId: ROUND, purpose: 'tally' } };

export const untilOpen = [...admitted, prepared, ...panel, ...opened];
export const untilClosed = [...untilOpen, closed];

const scores = (points: Readonly<Record<string, readonly [number, number]>>) =>
  Object.entries(points).map(([name, given]) => ({ entryId: `entry-${name}`, points: given }));

/** a: 0.4 × 80 + 0.6 × 90 = 86; b: 0.4 × 70 + 0.6 × 80 = 76; c: 0.4 × 50 + 0.6 × 60 = 56. */
export const sheets: readonly OpenedSheet[] = [
  { personId: 'officer-a', position: 50, scores: scores({ b: [2_000, 4_000], c: [2_000, 3_000] }) },
  { personId: 'officer-z', position: 60, scores: scores({ a: [3_000, 5_000], b: [3_000, 5_000], c: [2_000, 3_000] }) },
  { personId: 'expert-1', position: 70, scores: scores({ a: [4_000, 5_000], b: [3_000, 5_000], c: [3_000, 3_000] }) },
];

export const decision = (over: Partial<TakeDecision> & Pick<TakeDecision, 'resultHash'>): TakeDecision => ({
  kind: 'take-decision',
  meeting: { minutesNumber: '〔2021〕12号', heldOn: '2021-12-09', present: ['leader-1', 'leader-2'] },
  body: ['leader-1', 'leader-2', 'leader-3'],
  departures: [],
  now: NOW,
  ...over,
});

export const awarded = (name: string, grade: string, rank: number): RoundFact => ({
  type: 'EntryAwarded.v1',
  data: {
    roundId: ROUND,
    editionId: EDITION,
    entryId: `entry-${name}`,
    unitId: `unit-${name}`,
    award: 'outstanding-performance',
    grade,
    rank,
  },
});
export const leader = (name: string): RoundFact => ({
  type: 'LeaderAwarded.v1',
  data: { roundId: ROUND, editionId: EDITION, entryId: `entry-${name}`, personId: `leader-${name}` },
});
export const unit = (name: string): RoundFact => ({
  type: 'OrganizationAwarded.v1',
  data: {
    roundId: ROUND,
    editionId: EDITION,
    award: 'excellent-organization',
    organizationId: `unit-${name}`,
    place: 1,
    declared: 1,
    awarded: 1,
  },
});
export const won = (name: string, grade: string, rank: number) => ({
  entryId: `entry-${name}`,
  unitId: `unit-${name}`,
  grade,
  rank,
});
/** What the ranks of `sheets` earn. */
export const earned: DecidedAwards = {
  entries: [won('a', 'first', 1), won('b', 'second', 2)],
  leaders: [{ entryId: 'entry-a', personId: 'leader-a' }],
  organizations: [{ organizationId: 'unit-a', place: 1, declared: 1, awarded: 1 }],
};
