import type { Phase, Source } from '@jiangong/scoring';
import type { Question } from '../answer/question.ts';
import type { AppealRules } from '../appeal/rules.ts';
import type { BallotRules } from '../ballot/rules.ts';
import type { BonusRules } from '../bonus/rules.ts';
import type { ChecklistRules } from '../checklist/rules.ts';
import type { ContestRules } from '../contest/rules.ts';
import type { DealRules } from '../deal/rules.ts';
import type { MeetingRules } from '../meeting/rules.ts';
import type { MeasureRules } from '../measure/rules.ts';
import type { MakingKnown } from '../decision/maker.ts';
import type { OutcomeTable } from '../decision/outcome-table.ts';
import type { TalkRules } from '../talk/rules.ts';
import type { Controls } from '../sheet/paper-limits.ts';

/**
 * Everything that decides in a round, compiled from the edition's template and parameters (decisions.md 34): an auditor needs no
 * compiler. Points are integers in hundredths of a point, shares basis points.
 */
export type RoundTables = Readonly<{
  programme: Readonly<{ id: string; nameZh: string; nameEn: string; series: string | null }>;
  sources: readonly Source[];
  phases: readonly Phase[];
  outcome: OutcomeTable;
  /** Who fills which source. */
  seating: readonly Seating[];
  parties: readonly Party[];
  /** The party that decides, by id: whoever the stage with the act `decide` is by. */
  deciding: string;
  notices: readonly Notice[];
  /** What officers of units make known of what their own committee decided; absent: the office that runs the round does. */
  makers?: readonly MakingKnown[];
  /** Where branches decide: whom a meeting recommends the branch's secretary puts forward; absent: the office that runs the round does. */
  forwards?: 'secretary';
  /** Who fills which check-list; absent where there is none. */
  checklists?: readonly ChecklistRules[];
  /** Who claims and decides which bonuses; absent where there are none. */
  bonuses?: readonly BonusRules[];
  /** Who records what was measured elsewhere; absent where nothing was. */
  measures?: readonly MeasureRules[];
  /** How each secret ballot is held; absent where there is none. */
  ballots?: readonly BallotRules[];
  /** Panels that judge one entry at a time; absent where there are none. */
  contests?: readonly ContestRules[];
  /** Where and by whom its results are appealed; absent where the calendar has no stage for it. */
  appeals?: AppealRules;
  /** What the outcome's rules ask of entries and a person looks up; absent where they ask nothing of the kind. */
  lookedUp?: readonly Question[];
  /** Meetings that are put on record; absent where the calendar has none. */
  meetings?: readonly MeetingRules[];
  /** Talks that awards ask for; absent where none does. */
  talks?: readonly TalkRules[];
  /** The role of the office that makes known what was decided; absent: the committee's own office, or units by `makers`. */
  publisher?: 'appraisal-office';
  /** Whoever is judged stands as a candidate, and units declare of whom it ranks: absent, entries enter as they were let in. */
  candidates?: true;
  /** Panels whose entries are dealt out among their seats; absent where every seat judges all of them. */
  deals?: readonly DealRules[];
  /** The stages of phases that are filled over several, in the order of time; absent where each has one. */
  stages?: readonly RoundStage[];
  /** Chinese and English names of phases, by id; absent where none has a name. */
  phaseNames?: Readonly<Record<string, readonly [zh: string, en: string]>>;
}>;

/** A stage in which a phase is filled, and the parties that act in it. */
export type RoundStage = Readonly<{ stageId: string; phase: string; act: string; by: readonly string[] }>;

/** Chinese and English names of levels, by criterion and level. */
export type LevelNames = Readonly<Record<string, Readonly<Record<string, readonly [zh: string, en: string]>>>>;

/** `own`: whether a seat marks the entries of its own home. */
export type Seating = Readonly<{
  sourceId: string;
  /** Parties, by id: a grant of one of them entitles to a seat. */
  by: readonly string[];
  vote: 'person' | 'organization';
  own: 'skip' | 'allow';
  /** Chinese and English names of its criteria, by id. */
  names: Readonly<Record<string, readonly [zh: string, en: string]>>;
  /** The same of the levels of its criteria, by criterion and level; absent where the template names none. */
  levelNames?: LevelNames;
  /** What one paper may hold; absent where the template limits nothing. */
  controls?: Controls;
}>;

/** Whoever may do something: a role of the platform, held where. `recuse`: in whose matters one does not take part. */
export type Party = Readonly<{
  id: string;
  role: string;
  scope: 'own' | 'home' | 'superior' | 'line' | 'edition' | 'round' | 'code';
  /** Quorum; null: the default. */
  least: number | null;
  recuse: 'self' | 'leader' | 'home';
  /** How many present members must attest what it decided; null: a majority of them. */
  attest: number | null;
  /** An office within a party: which organization it is, the round is told; absent of every other party. */
  office?: true;
  /** What the template calls an office; absent where it gives no name. */
  name?: readonly [zh: string, en: string];
}>;

/** A notice and what is put on it: entries, proposed winners, results, or rules by id. */
export type Notice = Readonly<{
  id: string;
  after: string;
  what: readonly string[];
  days: number;
  clock: 'working' | 'calendar';
  /** Published again after a decision was undone, it runs the days that were left; absent: all of them. */
  again?: 'remaining';
}>;
