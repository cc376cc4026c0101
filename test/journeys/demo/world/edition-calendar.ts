export type StageWindow = Readonly<{ stage: string; opensOn: string; closesOn: string }>;

/** The windows of an edition, as local dates, both included. In the first year the plan may come later (domain.md 4). */
export const stageWindows = (year: number, firstYear: number): readonly StageWindow[] => [
  { stage: 'planning', opensOn: `${year}-01-06`, closesOn: year === firstYear ? `${year}-04-30` : `${year}-02-28` },
  { stage: 'delivery', opensOn: `${year}-03-01`, closesOn: `${year}-10-31` },
  { stage: 'declaration', opensOn: `${year}-11-01`, closesOn: `${year}-11-10` },
  { stage: 'review', opensOn: `${year}-11-11`, closesOn: `${year}-11-19` },
  { stage: 'notice', opensOn: `${year}-11-20`, closesOn: `${year}-11-30` },
  { stage: 'scoring', opensOn: `${year}-12-01`, closesOn: `${year}-12-10` },
  { stage: 'decision', opensOn: `${year}-12-11`, closesOn: `${year}-12-25` },
];

export const NOTICE_WORKING_DAYS = 5;
export const OBJECTION_WORKING_DAYS = 5;

/** Nine in the morning in Shanghai (UTC+8), as an instant. */
export const morningOf = (date: string): string => `${date}T01:00:00.000Z`;
