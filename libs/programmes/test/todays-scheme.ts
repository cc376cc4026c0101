import type { Scheme } from '@jiangong/scoring/testing';

const CRITERIA = [
  { id: 'guidance', nameZh: '政治引领', nameEn: 'Political guidance', pointsMax: 2_000, step: 50 },
  { id: 'effect', nameZh: '工作实效', nameEn: 'Effect', pointsMax: 4_000, step: 50 },
  { id: 'innovation', nameZh: '创新程度', nameEn: 'Innovation', pointsMax: 2_000, step: 50 },
  { id: 'spread', nameZh: '示范推广', nameEn: 'Use to others', pointsMax: 2_000, step: 50 },
] as const;

/** The scheme of the first edition, by which the demonstration was scored. Goes with that edition. */
export const TODAYS_SCHEME: Scheme = {
  schemeVersion: 1,
  nameZh: '示范省建功项目评分办法（虚构）',
  nameEn: 'Merit project scoring of the demonstration province (invented)',
  criteria: CRITERIA,
  groups: [
    {
      id: 'units',
      nameZh: '各单位',
      nameEn: 'Units',
      weight: 4_000,
      aggregation: { kind: 'mean' },
      trimming: 'after-recusal',
      panelMin: 20,
      belowPanelMin: 'refuse',
      missingSheet: 'leave-out',
    },
    {
      id: 'experts',
      nameZh: '专家组',
      nameEn: 'Experts',
      weight: 6_000,
      aggregation: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1 },
      trimming: 'after-recusal',
      panelMin: 7,
      belowPanelMin: 'refuse',
      missingSheet: 'leave-out',
    },
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

/** What an edition sets so that the template is that scheme. */
export const DEMO_PARAMETERS = {
  quota: '2',
  unitsLeast: '20',
  expertsLeast: '7',
  firstCount: '8',
  secondCount: '12',
  thirdCount: '20',
};
