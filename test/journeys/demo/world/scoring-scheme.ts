/** The demo's scheme and awards plan, as the API takes them. Points in hundredths, weights in basis points. */

export const CRITERIA = [
  { id: 'guidance', nameZh: '政治引领', nameEn: 'Political guidance', pointsMax: 2_000, step: 50 },
  { id: 'effect', nameZh: '工作实效', nameEn: 'Effect', pointsMax: 4_000, step: 50 },
  { id: 'innovation', nameZh: '创新程度', nameEn: 'Innovation', pointsMax: 2_000, step: 50 },
  { id: 'spread', nameZh: '示范推广', nameEn: 'Use to others', pointsMax: 2_000, step: 50 },
] as const;

const group = {
  trimming: 'after-recusal',
  belowPanelMin: 'refuse',
  missingSheet: 'leave-out',
} as const;

/** Units 40 %, experts 60 %, the experts' mean without the highest and the lowest. */
export const SCHEME = {
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
      panelMin: 20,
      ...group,
    },
    {
      id: 'experts',
      nameZh: '专家组',
      nameEn: 'Experts',
      weight: 6_000,
      aggregation: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1 },
      panelMin: 7,
      ...group,
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
} as const;

export const AWARDS_PLAN = {
  planVersion: 1,
  grades: [
    { id: 'first', nameZh: '一等奖', nameEn: 'First Prize', count: 8 },
    { id: 'second', nameZh: '二等奖', nameEn: 'Second Prize', count: 12 },
    { id: 'third', nameZh: '三等奖', nameEn: 'Third Prize', count: 20 },
  ],
  leaderGrades: ['first'],
  organizations: { countMax: 10, declaredMin: 1, awardedMin: 1 },
} as const;
