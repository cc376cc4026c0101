import type { OUTCOME_PROBLEMS } from './outcome-problems.ts';
import type { FactQuery, FactValue } from './outcome-rule.ts';
import type { PhaseResult } from './phase-result.ts';
import type { Phase } from './phase.ts';

/** What the rules of an outcome are applied to. The order of every list is without meaning. */
export type OutcomeInputs = Readonly<{
  /** The last phase and its result; null where nothing is scored. */
  ranking: Readonly<{ phase: Phase; result: PhaseResult }> | null;
  /** Every admitted entry. */
  entries: readonly OutcomeEntry[];
  /** Sizes of the rolls for rules `of: 'roll'`; `within` is null where the rule is within all. */
  rolls: readonly Readonly<{ rule: string; within: string | null; count: number }>[];
  /** Answers to queries that the result does not answer; `subject` is an entry's id, or a holder's where the rule has an `order`. */
  facts: readonly GivenFact[];
  /** What a body chose in place of the proposal, whole rules at a time. */
  choices: readonly Readonly<{ rule: string; subjects: readonly string[] }>[];
}>;

export type OutcomeEntry = Readonly<{
  entryId: string;
  category?: string;
  home?: string;
  leaders?: readonly string[];
  authors?: readonly string[];
  secretaries?: readonly string[];
}>;

export type GivenFact = Readonly<{ subject: string; query: FactQuery; value: FactValue }>;

/** The outcome with every step. Nothing in it decides by itself: a body confirms, chooses, or departs with reasons. */
export type Outcome = Readonly<{ rules: readonly RuleOutcome[]; problems: readonly OutcomeProblem[] }>;

export type RuleOutcome = Readonly<{
  rule: string;
  /** One for each class; `planned` is null where the rule sets no number. `beyond`: how many more than planned. */
  windows: readonly Readonly<{ within: string | null; planned: number | null; given: number; beyond: number }>[];
  /** By class, place, subject. */
  given: readonly Given[];
  /** Where a body must choose. */
  open: readonly OpenChoice[];
  /** In reach, but a fact is unknown: a person must look. Their places stay theirs. */
  undetermined: readonly Undetermined[];
}>;

export type Given = Readonly<{
  /** Who gets it. */
  holder: string;
  /** What was picked: an entry, or the holder itself where the rule has an `order`. */
  subject: string;
  within: string | null;
  /** Among those whom the rule looked at; from below for `last`; null for one whom a body chose from outside. */
  place: number | null;
  /** The rank in the result, for picked entries. */
  rank: number | null;
  /** Whether others stand on the same place. */
  shared: boolean;
  /** Whether its equals reach beyond the limit. */
  atEdge: boolean;
}>;

export type OpenChoice = Readonly<{
  within: string | null;
  /** `edge`: equals across the limit; `both-ends`: equals within reach of a first and a last rule; `choice`: the rule itself. */
  why: 'edge' | 'both-ends' | 'choice';
  subjects: readonly string[];
  /** How many places are left for them, and how many may be given at most. */
  places: number;
  atMost: number;
}>;

export type Undetermined = Readonly<{
  subject: string;
  within: string | null;
  place: number;
  /** The queries without an answer. */
  unknown: readonly FactQuery[];
}>;

export type OutcomeProblem = Readonly<{
  reason: (typeof OUTCOME_PROBLEMS)[number];
  path: string;
}>;
