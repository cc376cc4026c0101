/**
 * The first edition of the tally: one weighted mean of groups, grades by rank. Nothing of the product reads it; it stays as an oracle:
 * its rounds as rows must give what it gives, and the bench holds the rows against its time.
 */
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
  pointsFault,
  pointsTotalOf,
  type Scheme,
  schemeLimits,
  type TieBreaker,
  type TieRule,
} from './scheme.ts';
export { tally } from './tally.ts';
export { type EntryScore, type TallyInputs, tallyLimits, type TallyProblem, type TallySheet } from './tally-inputs.ts';
export {
  type GroupStep,
  type RankedEntry,
  type TallyOutcome,
  type TallyResult,
  type TieStep,
  type UnrankedEntry,
} from './tally-result.ts';
export { validateScheme } from './validate-scheme.ts';
