export type StageWindow = Readonly<{ stageId: string; opensOn: string; closesOn: string }>;

/**
 * The windows of an edition that the story tells, as local dates, both included: it ends within its year, before the next one is planned. In the first year the plan may come later (domain.md 4).
 */
export const stageWindows = (year: number, firstYear: number): readonly StageWindow[] => [
  { stageId: 'plan', opensOn: `${year}-01-06`, closesOn: year === firstYear ? `${year}-04-30` : `${year}-02-28` },
  { stageId: 'deliver', opensOn: `${year}-03-01`, closesOn: `${year}-10-31` },
  { stageId: 'declare', opensOn: `${year}-11-01`, closesOn: `${year}-11-10` },
  { stageId: 'review', opensOn: `${year}-11-11`, closesOn: `${year}-11-19` },
  { stageId: 'clear', opensOn: `${year}-11-11`, closesOn: `${year}-11-19` },
  { stageId: 'notice', opensOn: `${year}-11-20`, closesOn: `${year}-11-30` },
  { stageId: 'score', opensOn: `${year}-12-01`, closesOn: `${year}-12-10` },
  { stageId: 'decide', opensOn: `${year}-12-11`, closesOn: `${year}-12-20` },
  { stageId: 'second-notice', opensOn: `${year}-12-21`, closesOn: `${year}-12-24` },
  { stageId: 'commend', opensOn: `${year}-12-25`, closesOn: `${year}-12-31` },
];

/** Stages of the shipped template. */
export const STAGES = 10;

/** What the demo's editions set of the shipped template. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  quota: '2',
  noticeDays: '5',
  unitsLeast: '20',
  expertsLeast: '7',
  firstCount: '8',
  secondCount: '12',
  thirdCount: '20',
};

/** Nine in the morning in Shanghai (UTC+8), as an instant. */
export const morningOf = (date: string): string => `${date}T01:00:00.000Z`;
