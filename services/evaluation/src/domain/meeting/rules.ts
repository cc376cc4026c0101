/**
 * A meeting that is put on record: compiled with the round's tables. `by`: the parties that hold it; `least`: how many of its leaders must be
 * there, null where the template does not say; `beside`: the stages that run with it; `polls`: the ballots on paper that are voted in those by
 * whoever is present.
 */
export type MeetingRules = Readonly<{
  stageId: string;
  phase: string;
  by: readonly string[];
  least: number | null;
  beside: readonly string[];
  polls: readonly string[];
}>;
