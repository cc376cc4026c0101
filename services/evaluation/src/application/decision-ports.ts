import type { HolidayTable } from '@jiangong/calendar';
import type { BodyMember } from '../domain/decision/body.ts';
import type { OpenObjection } from '../domain/decision/taken-orders.ts';
import type { Successors } from '../domain/naming/look-at.ts';
import type { Name } from './ports.ts';

/** What the circular of an edition says of it. */
export type AwardEdition = Readonly<{ editionId: string; seriesId: string; year: number; title: Name }>;

/** An edition of a series, with who declared in it: withdrawn declarations do not count. */
export type SeriesEdition = Readonly<{
  editionId: string;
  year: number;
  ordinal: number;
  abandoned: boolean;
  templateHash: string | null;
  declared: readonly string[];
}>;

/** What decisions, honours and namings ask of the read models. */
export interface DecisionKnowledge {
  /** The body of this very committee, or the members of this very branch, as of a day: who joined on it counts, who left on it does not. */
  bodyOn(committeeId: string, day: string): Promise<readonly BodyMember[]>;
  /**
   * The next committee above; undefined for the uppermost. Above a branch, the committee of its unit, where at least so many held its office
   * on the day.
   */
  superiorOf(committeeId: string, at: Readonly<{ day: string; least: number }>): Promise<string | undefined>;
  /** The kind of a committee, as its level. */
  levelOf(committeeId: string): Promise<string>;
  edition(editionId: string): Promise<AwardEdition | undefined>;
  /** The series, by the name of its latest edition. */
  series(seriesId: string): Promise<Readonly<{ committeeId: string; title: Name }> | undefined>;
  seriesEditions(seriesId: string): Promise<readonly SeriesEdition[]>;
  /** The rounds of an edition, latest first. */
  roundsOf(editionId: string): Promise<readonly string[]>;
  /** The latest round that an entry is judged in. */
  roundOfEntry(entryId: string): Promise<string | undefined>;
  /** Objections to these entries, or to their result, that are not settled. */
  openObjections(entryIds: readonly string[]): Promise<readonly OpenObjection[]>;
  /** Names of organizations; unknown ones are absent. */
  names(organizationIds: readonly string[]): Promise<Readonly<Record<string, Name>>>;
  /** Those of these organizations that are classified, or stand below one that is. */
  classified(organizationIds: readonly string[]): Promise<readonly string[]>;
  /** Which of its declarations an entry stands by; 0 where nobody declares. */
  declaredVersion(entryId: string): Promise<number>;
  /** Working days of the shipped years and of those that an officer entered. */
  holidays(): Promise<HolidayTable>;
  /** Those of these entries that were put forward by a classified branch or unit, or below one. */
  classifiedEntries(entryIds: readonly string[]): Promise<readonly string[]>;
  /** Who went into whom. */
  successors(): Promise<Successors>;
  /** Which unit's part of which round that is; undefined: no part. */
  partOf(partId: string): Promise<Readonly<{ roundId: string; unitId: string }> | undefined>;
  /** When the stage of deciding ends, by the calendar of the edition; undefined: it does not say. */
  decideBy(editionId: string, phase: string): Promise<string | undefined>;
  /** When the stage ends in which it is made known, behind that of deciding; undefined: the calendar does not say. */
  makeKnownBy(editionId: string, phase: string, how: 'notice' | 'commend'): Promise<string | undefined>;
  /** When the stage of putting forward ends; undefined: the calendar does not say. */
  putForwardBy(editionId: string, phase: string): Promise<string | undefined>;
  /** Minutes over a round, or over a part of one, oldest first. */
  decisionsOf(roundId: string): Promise<readonly string[]>;
  /** Those of these honours that do not stand. */
  withdrawnHonours(honourIds: readonly string[]): Promise<readonly string[]>;
  /** Honours by these codes that organizations were given by this very committee and hold on the day. */
  heldHonours(
    committeeId: string,
    codes: readonly string[],
    on: string,
  ): Promise<readonly Readonly<{ honourId: string; holderId: string; code: string }>[]>;
  /** Proposals about honours that nobody has answered. */
  honourProposals(): Promise<readonly Readonly<{ honourId: string; proposalId: string }>[]>;
  /** The stream in which a document stands. */
  documentsIdOf(documentId: string): Promise<string | undefined>;
}

/** Numbers that nobody can guess. */
export interface CertificateNumbers {
  /** One for a certificate of an honour of that year. */
  next(awardYear: number): string;
}
