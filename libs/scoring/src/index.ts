export { ALGORITHM, algorithmHash } from './algorithm.ts';
export {
  type AwardedOrganization,
  excellentOrganizations,
  type GradedEntry,
  gradeOfRank,
  gradesByRank,
  type RankOfEntry,
} from './awards.ts';
export {
  type AwardsPlan,
  awardsPlanLimits,
  defaultAwardsPlan,
  type Grade,
  type OrganizationRule,
  validateAwardsPlan,
} from './awards-plan.ts';
export { inputsHash, resultHash, rulesHash } from './hashes.ts';
export { type JsonProblem } from './json-reader.ts';
export {
  type PacesetterReading,
  pacesetterReadings,
  type PacesetterRecord,
  pacesetterRecords,
  type SeriesYear,
} from './pacesetters.ts';
export {
  type Aggregation,
  breakerName,
  type Criterion,
  type EvaluatorGroup,
  ID_PATTERN,
  pointsFault,
  pointsTotalOf,
  type Scheme,
  schemeLimits,
  type TieBreaker,
  type TieRule,
  WEIGHT_WHOLE,
} from './scheme.ts';
export { tally } from './tally.ts';
export {
  compareIds,
  type EntryScore,
  type TallyInputs,
  tallyLimits,
  type TallyProblem,
  type TallySheet,
} from './tally-inputs.ts';
export {
  type GroupStep,
  type RankedEntry,
  type TallyOutcome,
  type TallyResult,
  type TieStep,
  type UnrankedEntry,
} from './tally-result.ts';
export { type Validated, validateScheme } from './validate-scheme.ts';
/** The second edition. All above goes when evaluation has stopped reading it (README, "Two editions"), but `ID_PATTERN` and `compareIds`. */
export * from './rows/index.ts';
