import type { EvaluatorGroup, Scheme } from '@jiangong/scoring/testing';

const group = (id: string, weight: number, over: Partial<EvaluatorGroup> = {}): EvaluatorGroup => ({
  id,
  nameZh: id,
  nameEn: id,
  weight,
  aggregation: { kind: 'mean' },
  trimming: 'after-recusal',
  panelMin: 1,
  belowPanelMin: 'refuse',
  missingSheet: 'leave-out',
  ...over,
});

/** Units 40 %, experts 60 % without the highest and the lowest. */
export const exampleScheme: Scheme = {
  schemeVersion: 1,
  nameZh: '建功项目评分办法',
  nameEn: 'Merit project scoring',
  criteria: [
    { id: 'innovation', nameZh: '创新', nameEn: 'Innovation', pointsMax: 4_000, step: 50 },
    { id: 'effect', nameZh: '实效', nameEn: 'Effect', pointsMax: 6_000, step: 50 },
  ],
  groups: [
    group('units', 4_000),
    group('experts', 6_000, { aggregation: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1 }, panelMin: 3 }),
  ],
  ranking: 'exact',
  decimals: 2,
  ties: {
    breakers: [
      { by: 'group', groupId: 'experts' },
      { by: 'criterion', criterionId: 'effect' },
    ],
    then: 'shared-rank',
  },
};

export const withGroup = (id: string, over: Partial<EvaluatorGroup>): Scheme => ({
  ...exampleScheme,
  groups: exampleScheme.groups.map((one) => (one.id === id ? { ...one, ...over } : one)),
});
