import type { Form, Reading } from '@jiangong/spreadsheets';
import type { FormerHome } from '../domain/deal/orders.ts';
import type { CountedPlan } from '../domain/measure/facts.ts';
import type { Candidate } from '../domain/round/holders.ts';

export type Name = Readonly<{ zh: string; en: string }>;

/** An edition as it was told. `parameters`: what it sets of its template. */
export type Edition = Readonly<{
  editionId: string;
  committeeId: string;
  templateHash: string;
  parameters: Readonly<Record<string, string>>;
  /** Whose time it judges; of several years the last. */
  year: number;
}>;

/** `paths`: organizations from the root down, by the last one's id. */
export type CommitteesAbove = Readonly<{
  paths: ReadonlyMap<string, readonly string[]>;
  committees: readonly string[];
}>;

/** What use cases ask of the read models. */
export interface Knowledge {
  /** Looks again, once the read models have caught up, while it is not known: its facts may just have been told. */
  edition(editionId: string): Promise<Edition | undefined>;
  /** The canonical text of an adopted template; looks again in the same way. */
  template(committeeId: string, templateHash: string): Promise<string | undefined>;
  /**
   * People as they stand now, seen from a committee: home and roles in force. Unknown people are absent. With `wait` it looks
   * again in the same way while somebody is unknown: the caller may just have had him registered.
   */
  people(
    personIds: readonly string[],
    at: Readonly<{ committeeId: string; now: string; wait: boolean }>,
  ): Promise<ReadonlyMap<string, Candidate>>;
  /**
   * The ids of those who hold one of the roles now and have not left, at most `limit`; with an organization only those who belong to it or
   * to something below it.
   */
  holders(
    asked: Readonly<{ roles: readonly string[]; now: string; organizationId: string; limit: number }>,
  ): Promise<readonly string[]>;
  /** The units that stand under each one's superior, the unit itself too, at most `limit` of each; of one without a superior none. */
  besides(unitIds: readonly string[], limit: number): Promise<Readonly<Record<string, readonly string[]>>>;
  /** Whether an organization is a unit of a committee's, not dissolved: what its people are counted as belonging to. */
  isUnitBelow(organizationId: string, committeeId: string): Promise<boolean>;
  /** How organizations stand, and which committees of units above them have an office that somebody holds now; or which branches they are in. */
  committeesAbove(organizationIds: readonly string[], now: string, of?: 'unit' | 'branch'): Promise<CommitteesAbove>;
  /** How many seats each of them holds in rounds that are not over, but for one round; whoever holds none is absent. */
  seatsHeld(personIds: readonly string[], butRoundId: string): Promise<ReadonlyMap<string, number>>;
  /** Units that each of them belonged to before; whoever never moved is absent. */
  formerHomes(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly FormerHome[]>>;
  /** Which of them have left: members no longer, or dead. */
  left(personIds: readonly string[]): Promise<readonly string[]>;
  /** Rounds that are not over in which somebody holds a seat. */
  roundsWithSeat(personId: string): Promise<readonly string[]>;
  /** What each of these entries planned, and how much of that it delivered, as it was told; whoever planned nothing is absent. */
  plansOf(entryIds: readonly string[]): Promise<ReadonlyMap<string, CountedPlan>>;
  /** Every round that is not over. */
  roundsNotOver(): Promise<readonly string[]>;
  /** Rounds with an end of their own that has passed, the longest passed first. */
  roundsDue(
    now: string,
    limit: number,
  ): Promise<readonly Readonly<{ roundId: string; closing: number; closesAt: string }>[]>;
}

/** 256 bits that nobody can guess, as lower-case hex. */
export type Random = () => string;

/** Workbooks that go out and come back. */
export interface Workbooks {
  /** The bytes of a form: equal forms, equal bytes. */
  write(form: Form): Uint8Array;
  /** What a file of somebody else's holds; that it is none, or means no good, is an answer. */
  read(format: 'xlsx' | 'csv', bytes: Buffer): Promise<Reading>;
}
