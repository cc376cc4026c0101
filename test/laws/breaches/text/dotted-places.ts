export const named = (index: number, at: number, stageId: string): readonly string[] => [
  `evidence.${index}`,
  `answers.${at}.item`,
  `evidence[${index}]`,
  `stages.${stageId}.opensOn`,
];
