/** What the shipped template and the demo's parameters say, once more: points in hundredths. The story's own result is computed from it. */

export const CRITERIA = [
  { id: 'guidance', nameZh: '政治引领', nameEn: 'Political guidance', pointsMax: 2_000, step: 50 },
  { id: 'effect', nameZh: '工作实效', nameEn: 'Effect', pointsMax: 4_000, step: 50 },
  { id: 'innovation', nameZh: '创新程度', nameEn: 'Innovation', pointsMax: 2_000, step: 50 },
  { id: 'spread', nameZh: '示范推广', nameEn: 'Use to others', pointsMax: 2_000, step: 50 },
] as const;

/** What a campaign gives: grades in their order, each with how many; whose leaders are honoured; how many units. */
export type AwardsPlan = Readonly<{
  grades: readonly Readonly<{ id: string; nameZh: string; nameEn: string; count: number }>[];
  leaderGrades: readonly string[];
  organizations: Readonly<{ countMax: number }>;
}>;

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
