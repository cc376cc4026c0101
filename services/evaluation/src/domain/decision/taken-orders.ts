import type { HolidayTable } from '@jiangong/calendar';
import type { Maker } from './maker.ts';
import type { Minutes } from './state.ts';

/** Somebody signed in, in the role in which he acts. */
export type Actor = Readonly<{ personId: string; role: string }>;

type Name = Readonly<{ zh: string; en: string }>;

/** The attested minutes take effect: checked here against the latest result once more. */
export type TakeDecision = Readonly<{ type: 'TakeDecision'; now: string; minutes: Minutes }>;

/** Carries out what another proposed. */
export type AnnulDecision = Readonly<{
  type: 'AnnulDecision';
  now: string;
  proposalId: string;
  by: Actor;
  why: string;
}>;

/** `unitId`: of whose part of a round, and who acts over it; absent where one body decides over all. */
type OfPart = Readonly<{ unitId?: string; maker?: Maker }>;

/** `holidays`: the working days that are known today. */
export type PublishProposal = Readonly<{ type: 'PublishProposal'; now: string; holidays: HolidayTable }> & OfPart;

export type HearObjection = Readonly<{ type: 'HearObjection'; now: string; objectionId: string; entryId: string }>;
/** Its answer was taken back where notices are kept. */
export type HearObjectionReopened = Readonly<{ type: 'HearObjectionReopened'; now: string; objectionId: string }>;
export type HearObjectionSettled = Readonly<{
  type: 'HearObjectionSettled';
  now: string;
  objectionId: string;
  upheld: boolean;
}>;

/** The names of the day and what else a circular prints and its honours keep: the stream itself holds ids only. */
export type CircularNames = Readonly<{
  committee: Name;
  edition: Name;
  /** The award year. */
  year: number;
  seriesId: string;
  /** The level of the committee, by its kind. */
  level: string;
  period: Readonly<{ from: string; to: string }>;
  /** By organization id. */
  organizations: Readonly<Record<string, Name>>;
  /** Organizations that are classified on this day. */
  classified: readonly string[];
  /** Entries that are, because their branch or unit is. */
  classifiedEntries: readonly string[];
}>;

/** One for each award, in the decision's order: ids that a repeat gives again, numbers that nobody can guess. */
export type HonourNumber = Readonly<{ honourId: string; certificateNumber: string }>;

/** An objection that nobody has answered, raised before scoring or against any result. */
export type OpenObjection = Readonly<{ objectionId: string; entryId: string }>;

export type IssueCircular = Readonly<{
  type: 'IssueCircular';
  now: string;
  documentNumber: string;
  names: CircularNames;
  numbers: readonly HonourNumber[];
  /** Of the round's entries, as they are known when the order is given. */
  openObjections: readonly OpenObjection[];
}> &
  OfPart;

export type TakenOrder =
  | TakeDecision
  | AnnulDecision
  | PublishProposal
  | HearObjection
  | HearObjectionSettled
  | HearObjectionReopened
  | IssueCircular;

const TAKEN_ORDERS: ReadonlySet<string> = new Set<TakenOrder['type']>([
  'TakeDecision',
  'AnnulDecision',
  'PublishProposal',
  'HearObjection',
  'HearObjectionSettled',
  'HearObjectionReopened',
  'IssueCircular',
]);

export const isTakenOrder = (order: Readonly<{ type: string }>): order is TakenOrder => TAKEN_ORDERS.has(order.type);
