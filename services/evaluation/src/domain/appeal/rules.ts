/** A stage in which appeals are taken, and the parties that decide them. */
export type AppealStage = Readonly<{ stageId: string; by: readonly string[] }>;

/** Where and by whom the results of a template are appealed. */
export type AppealRules = Readonly<{ stages: readonly AppealStage[] }>;
