import type { Fact } from '@jiangong/event-store';
import type { AwardsPlan, Scheme } from '@jiangong/scoring';
import type { RecordedMeeting } from '../meeting.ts';
import type { Departure } from './departure.ts';
import type { RecusalReason, RemovalReason } from './words.ts';

/** An entry came through notice without an open objection and entered the edition's evaluation. */
export type EntryAdmitted = Fact<
  'EntryAdmitted.v1',
  Readonly<{ editionId: string; entryId: string; unitId: string; leaderPersonId: string; title: string }>
>;

export type RoundPrepared = Fact<
  'RoundPrepared.v1',
  Readonly<{
    roundId: string;
    editionId: string;
    committeeId: string;
    schemeId: string;
    scheme: Scheme;
    plan: AwardsPlan;
  }>
>;

/** `unitId` is the unit whose entries this evaluator does not score; null for somebody from outside every unit. */
export type EvaluatorAssigned = Fact<
  'EvaluatorAssigned.v1',
  Readonly<{ roundId: string; editionId: string; personId: string; groupId: string; unitId: string | null }>
>;

export type EvaluatorRemoved = Fact<
  'EvaluatorRemoved.v1',
  Readonly<{ roundId: string; editionId: string; personId: string; reason: RemovalReason }>
>;

/** `late`: after the round was closed. The sheet stays as it is; a tally from then on leaves these scores out. */
export type RecusalDeclared = Fact<
  'RecusalDeclared.v1',
  Readonly<{ roundId: string; personId: string; entryId: string; reason: RecusalReason; late: boolean }>
>;

/** From here on neither scheme nor awards plan can change. The hash is `rulesHash` of libs/scoring. */
export type RulesFrozen = Fact<'RulesFrozen.v1', Readonly<{ roundId: string; rulesHash: string }>>;

export type RoundOpened = Fact<'RoundOpened.v1', Readonly<{ roundId: string; editionId: string; entryCount: number }>>;

/** `lastIndex`: where the closing of the scoring stage stands in the log. A sheet counts only when its position is at most that. */
export type RoundClosed = Fact<'RoundClosed.v1', Readonly<{ roundId: string; editionId: string; lastIndex: number }>>;

/** The sealed sheets were opened. Stored before they are, so that no opening goes unrecorded. */
export type SheetsOpened = Fact<'SheetsOpened.v1', Readonly<{ roundId: string; purpose: 'tally' }>>;

export type Ranked = Readonly<{ entryId: string; rank: number; score: number }>;

/**
 * A tally. `score` is in units of 10^-decimals points. `excluded`: people whose submitted sheet did not count, because
 * it came after `lastIndex` or the person had been removed.
 */
export type ResultComputed = Fact<
  'ResultComputed.v1',
  Readonly<{
    roundId: string;
    editionId: string;
    rulesHash: string;
    inputsHash: string;
    algorithmHash: string;
    resultHash: string;
    decimals: number;
    ranking: readonly Ranked[];
    unranked: readonly string[];
    excluded: readonly string[];
  }>
>;

/** What the leadership decided to award. */
export type DecidedAwards = Readonly<{
  entries: readonly Readonly<{ entryId: string; unitId: string; grade: string; rank: number }>[];
  leaders: readonly Readonly<{ entryId: string; personId: string }>[];
  organizations: readonly Readonly<{ organizationId: string; place: number; declared: number; awarded: number }>[];
}>;

/** The decision with its awards, which nobody else is told of before the circular makes them facts of their own. */
export type DecisionTaken = Fact<
  'DecisionTaken.v1',
  RecordedMeeting &
    Readonly<{
      roundId: string;
      editionId: string;
      resultHash: string;
      departures: readonly Departure[];
      awards: DecidedAwards;
    }>
>;

export type EntryAwarded = Fact<
  'EntryAwarded.v1',
  Readonly<{
    roundId: string;
    editionId: string;
    entryId: string;
    unitId: string;
    award: 'outstanding-performance';
    grade: string;
    rank: number;
  }>
>;

export type LeaderAwarded = Fact<
  'LeaderAwarded.v1',
  Readonly<{ roundId: string; editionId: string; entryId: string; personId: string }>
>;

export type OrganizationAwarded = Fact<
  'OrganizationAwarded.v1',
  Readonly<{
    roundId: string;
    editionId: string;
    organizationId: string;
    award: 'excellent-organization';
    place: number;
    declared: number;
    awarded: number;
  }>
>;

/** The circular in both languages, as it is sent out. */
export type Circular = Readonly<{ titleZh: string; bodyZh: string; titleEn: string; bodyEn: string }>;

export type CommendationIssued = Fact<
  'CommendationIssued.v1',
  Readonly<{ roundId: string; editionId: string; documentNumber: string; issuedAt: string; circular: Circular }>
>;

export type RoundFact =
  | EntryAdmitted
  | RoundPrepared
  | EvaluatorAssigned
  | EvaluatorRemoved
  | RecusalDeclared
  | RulesFrozen
  | RoundOpened
  | RoundClosed
  | SheetsOpened
  | ResultComputed
  | DecisionTaken
  | EntryAwarded
  | LeaderAwarded
  | OrganizationAwarded
  | CommendationIssued;
