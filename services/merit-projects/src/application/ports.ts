import type { HolidayNotice, LocalDate } from '@jiangong/calendar';
import type { HonourKnown, MemberKnown, OfficeKnown, OrganizationKnown } from '../domain/needs/answers.ts';
import type { Subject } from '../domain/entries/facts.ts';
import type { Vote } from '../domain/entries/orders.ts';
import type { Commending } from '../domain/policy/counting.ts';
import type { SubjectKind } from '../domain/programme.ts';

/** A branch as it stands in the tree; `unitId` is null outside any unit. */
export type BranchPlace = Readonly<{
  kind: string;
  dissolved: boolean;
  path: string;
  unitId: string | null;
  unitPath: string | null;
}>;

export type OrganizationPlace = Readonly<{ kind: string; dissolved: boolean; path: string; classified?: boolean }>;

/** Where an entry is kept: this never changes. */
export type EntryPlace = Readonly<{ entryId: string; editionId: string; nominatorId: string }>;

/** What use cases ask of the read models. What is not there is looked for again once they have caught up with the log. */
export interface CampaignKnowledge {
  branch(branchId: string): Promise<BranchPlace | undefined>;
  organization(organizationId: string): Promise<OrganizationPlace | undefined>;
  /** Path of the organization that a person belongs to. */
  personPath(personId: string): Promise<string | undefined>;
  entry(entryId: string): Promise<EntryPlace | undefined>;
  /** Other categories of the edition in which the same subject stands and has not ended. */
  alsoIn(of: Readonly<{ editionId: string; entryId: string; subject: Subject }>): Promise<readonly string[]>;
  objection(objectionId: string): Promise<EntryPlace | undefined>;
  /** Whether an entry of the edition holds an honour still, as far as evaluation has told. */
  honoursStand(editionId: string): Promise<boolean>;
  /** The hash of the template of that lasting name which the committee adopted last. */
  latestTemplate(committeeId: string, templateId: string): Promise<string | undefined>;
  /** Years whose holidays an officer has entered, beside the shipped ones. */
  holidays(): Promise<readonly (HolidayNotice & Readonly<{ year: number }>)[]>;
}

/** An organization of a kind that is counted, as the tree of a day had it. `endedAt`: the first instant of its end. */
export type OrganizationOnADay = Readonly<{
  id: string;
  kind: string;
  path: string;
  /** The nearest unit at or above it on that day. */
  unitId: string | null;
  foundedOn: string;
  endedAt: string | null;
  name: string;
}>;

/** Organizations by the tree of a day, whether they were there on it or not. */
/** A member, and where he belongs by the tree of a day. */
export type MemberOnADay = MemberKnown & Readonly<{ personId: string; path: string; unitId: string | null }>;

/** An appointment, which ended on the first day on which the office was no longer held; `until` empty: it goes on. */
export type OfficeHeld = OfficeKnown & Readonly<{ personId: string; organizationId: string; until: string }>;

export interface RollKnowledge {
  /** Whoever was told to hold one of these offices by that day, whether he left it since or not. The erased are in no answer. */
  officesHeld(offices: readonly string[], on: LocalDate): Promise<readonly OfficeHeld[]>;
  /** Whoever was told to be a full member since that day at the latest, whatever became of him. The erased are in no answer. */
  membersSince(latest: LocalDate, on: LocalDate): Promise<readonly MemberOnADay[]>;
  /** One person, by the tree of a day. */
  personOn(personId: string, on: LocalDate): Promise<Pick<MemberOnADay, 'path' | 'unitId'> | undefined>;
  /** Whoever was ever given one of these awards by the committee until that day, whether he holds it still or not. */
  givenBy(committeeId: string, codes: readonly string[], on: LocalDate): Promise<ReadonlySet<string>>;
  organizationsOn(kinds: readonly string[], on: LocalDate): Promise<readonly OrganizationOnADay[]>;
  organizationOn(organizationId: string, on: LocalDate): Promise<OrganizationOnADay | undefined>;
}

/** What needs, and numbers in proportion, are answered from, as of a day. */
export interface NeedKnowledge {
  membersOf(personIds: readonly string[]): Promise<ReadonlyMap<string, MemberKnown>>;
  organizationsAsOf(ids: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, OrganizationKnown>>;
  honoursAsOf(
    holderIds: readonly string[],
    codes: readonly string[],
    on: LocalDate,
  ): Promise<readonly (HonourKnown & Readonly<{ holderId: string }>)[]>;
  /** Branches that stood somewhere below it. */
  branchesBelow(organizationId: string, on: LocalDate): Promise<number>;
  /** Party members, on probation too, who belonged to it or somewhere below it. */
  membersBelow(organizationId: string, on: LocalDate): Promise<number>;
}

/** What votes about candidates came to. */
export interface Votes {
  /** The latest result; undefined: evaluation has told of none. */
  of(editionId: string): Promise<Vote | undefined>;
}

export type VoteKnowledge = Readonly<{ votes: Votes }>;

/** An edition that gives honours by circular, as it is told. */
export type CommendingTold = Commending &
  Readonly<{
    committeeId: string;
    titleZh: string;
    titleEn: string;
    templateId: string;
    state: 'open' | 'closed' | 'abandoned';
    /** Whether somebody holds an honour of it still. */
    honoursStand: boolean;
    /** When it was opened; UTC. */
    openedAt: string;
  }>;

/** What policies are decided from beside their own streams: once all that was told has been heard. */
export interface PolicyKnowledge {
  /** Committees above this one that have adopted a policy, and how many committees up each is. */
  policiesAbove(committeeId: string): Promise<readonly Readonly<{ committeeId: string; steps: number }>[]>;
  /** Editions of these committees that commend, given-up ones counted too. */
  commendingOf(committeeIds: readonly string[]): Promise<readonly CommendingTold[]>;
}

/** Nominators that have entries in an edition, and how many of theirs entered. */
export interface EditionNominators {
  nominatorsOf(editionId: string): Promise<readonly string[]>;
}

export type SubjectAsked = Readonly<{ kind: SubjectKind; id: string }>;

/** A notice that runs; instants, `until` the first one behind it. */
export type RunningNotice = Readonly<{
  title: string;
  /** What the nominator is called now. */
  nominator: string;
  subjectKind: string;
  from: string;
  until: string;
}>;

/** What notices on paper are made of, and where papers stand. */
export interface PaperKnowledge {
  /** Notices of an edition that run and that everybody may see, by nominator and title; undefined: there is no such edition. */
  runningNotices(
    asked: Readonly<{ editionId: string; about: string; now: string }>,
  ): Promise<
    Readonly<{ editionTitle: string; issuer: string; notices: readonly RunningNotice[] }> | 'too-many' | undefined
  >;
  /** The papers among which a paper stands. */
  papersIdOf(paperId: string): Promise<string | undefined>;
}
