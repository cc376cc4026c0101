import type { Fact } from '@jiangong/event-store';
import type { Award, Choice, Departure, Holder } from './award.ts';
import type { AwardRule } from './outcome-table.ts';

/** What a person typed beyond one line; sealed in the log. `SEALED`, `ERASED`: not opened, or no more to be opened. */
export type Why = Readonly<{ why: string }> | 'SEALED' | 'ERASED';

/**
 * `roundId`: a round's, or a naming's, which is an edition of its own. `unitId`: the unit whose committee decides over its part of the
 * round; absent where one body decides over all.
 */
export type RoundIds = Readonly<{ roundId: string; editionId: string; unitId?: string }>;

/** An entry whose rank was another one before corrections; null: it had none. */
export type RankChange = Readonly<{ entryId: string; before: number | null; after: number | null }>;

/** The decision is in force: the minutes are attested. Told without its awards, which the circular makes known. */
export type DecisionTaken = Fact<
  'DecisionTaken.v1',
  RoundIds &
    Readonly<{
      decisionId: string;
      basis: 'result' | 'list';
      resultHash: string;
      minutesNumber: string;
      meetingOn: string;
      takenAt: string;
      awards: readonly Award[];
      departures: readonly Departure[];
      choices: readonly Choice[];
      exceeding: readonly string[];
      /** The tally before corrections that somebody proposed after an aggregate could have been seen; null where there were none. */
      before: Readonly<{ resultHash: string; changes: readonly RankChange[] }> | null;
    }>
>;

/** A wrong decision is undone: proposed by one person, carried out by another. After the circular each of its honours is withdrawn. */
export type DecisionAnnulled = Fact<
  'DecisionAnnulled.v1',
  RoundIds &
    Readonly<{
      decisionId: string;
      /** The circular that had made it known; null before there was one. */
      documentNumber: string | null;
      honourIds: readonly string[];
      reason: AnnulmentReason;
      annulledAt: string;
      annulledBy: string;
      role: string;
      proposalId: string;
      proposedBy: string;
      prose: Why;
    }>
>;

/** The second notice: whom the decision proposes. Objections against it are received where notices are kept. */
export type ProposalPublished = Fact<
  'ProposalPublished.v1',
  RoundIds &
    Readonly<{
      decisionId: string;
      noticeId: string;
      publishedAt: string;
      days: number;
      clock: 'working' | 'calendar';
      /** Computed by the calendar of the day it was published. */
      endsAt: string;
      /** Of the table's year in which it ends; null where no table is needed. */
      holidaysHash: string | null;
      proposed: readonly Readonly<{ rule: string; code: string; holder: Holder; entryId: string | null }>[];
      /** Why the office above published it in place of the unit that is to; absent where nobody acted for another. */
      prose?: Why;
    }>
>;

/** Somebody objects to the result: the circular waits. Who, and what for, stands elsewhere. */
export type ObjectionHeard = Fact<
  'ObjectionHeard.v1',
  RoundIds & Readonly<{ decisionId: string; objectionId: string; entryId: string }>
>;

export type ObjectionAnswered = Fact<
  'ObjectionAnswered.v1',
  RoundIds & Readonly<{ decisionId: string; objectionId: string; upheld: boolean }>
>;

/** An honour as the circular lists it: all that is told of it. */
export type Honour = Readonly<{
  honourId: string;
  code: string;
  kind: string;
  /** The level of the committee that grants it. */
  level: string;
  /** The outcome rule's id, and its names. */
  grade: Readonly<{ id: string; zh: string; en: string }>;
  /** Whom the rule gives to: the entry itself, or somebody behind it. */
  to: AwardRule['to'];
  seriesId: string;
  grantedBy: string;
  holder: Holder & Readonly<{ zh: string; en: string }>;
  entryId: string | null;
  /** The entry's title; empty where there is none. */
  title: string;
  /** The unit it counts for: the entry's home, or the organization itself. */
  homeId: string;
  /** What that unit was called on the day. */
  homeName: Readonly<{ zh: string; en: string }>;
  /** Whether that unit was classified on the day it was granted. */
  classifiedThen: boolean;
  basis: Readonly<{ decisionId: string; rank: number | null; shared: boolean }>;
  period: Readonly<{ from: string; to: string }>;
  awardYear: number;
  /** The last day it is held; null: without end. */
  until: string | null;
  certificateNumber: string;
}>;

/** The circular in both languages, as it is sent out. */
export type CircularText = Readonly<{ titleZh: string; bodyZh: string; titleEn: string; bodyEn: string }>;

export type CircularIssued = Fact<
  'CircularIssued.v1',
  RoundIds &
    Readonly<{
      decisionId: string;
      documentNumber: string;
      issuedAt: string;
      honours: readonly Honour[];
      circular: CircularText;
      /** Why the office above issued it in place of the unit that is to; absent where nobody acted for another. */
      prose?: Why;
    }>
>;

/** What a body's decision adds to the stream that is decided upon. */
export type TakenFact =
  | DecisionTaken
  | DecisionAnnulled
  | ProposalPublished
  | ObjectionHeard
  | ObjectionAnswered
  | CircularIssued;

const TAKEN_TYPES: ReadonlySet<string> = new Set<TakenFact['type']>([
  'DecisionTaken.v1',
  'DecisionAnnulled.v1',
  'ProposalPublished.v1',
  'ObjectionHeard.v1',
  'ObjectionAnswered.v1',
  'CircularIssued.v1',
]);

export const isTakenFact = (fact: Fact): fact is TakenFact => TAKEN_TYPES.has(fact.type);

/** Why a decision is undone: a word of this list; the rest is prose. */
export const ANNULMENT_REASONS = [
  'wrong-result',
  'wrong-body',
  'rule-misread',
  'objection-upheld',
  'appeal-upheld',
  'irregularity',
  'other',
] as const;
export type AnnulmentReason = (typeof ANNULMENT_REASONS)[number];
export const isAnnulmentReason = (word: string): word is AnnulmentReason =>
  ANNULMENT_REASONS.some((known) => known === word);

/** What exactly is proposed: to annul this decision, while it is the one in force. */
export type AnnulmentTerms = Readonly<{ act: 'AnnulDecision'; decisionId: string; reason: string }>;
