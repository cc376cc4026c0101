/** A panel that judges one entry at a time. `shown`: whether a score is shown once its entry is closed, or with the result. */
export type ContestRules = Readonly<{ sourceId: string; order: 'given' | 'drawn'; shown: 'after-close' | 'at-once' }>;
