import type { Terms, Reasons } from './award.ts';
import type { BodyMember } from './body.ts';
import type { Decidable } from './decidable.ts';

/** Which body meets: the own one of what is decided upon, or that of a committee above. */
export type DecidingBody = Readonly<{ committeeId: string; members: readonly BodyMember[] }>;

/**
 * The minutes of a meeting. `own` is the body of the deciding committee on that day; `superior`, where it is named, the body
 * that decides in its place.
 */
export type RecordMinutes = Readonly<{
  type: 'RecordMinutes';
  now: string;
  decisionId: string;
  by: string;
  decidable: Decidable;
  own: DecidingBody;
  superior: DecidingBody | null;
  /** When the stage of deciding ends: from then on the body above may decide for a unit that has not, with a reason. Null: nobody knows. */
  decideBy: string | null;
  resultHash: string;
  meetingOn: string;
  minutesNumber: string;
  file: string;
  present: readonly string[];
  terms: Terms;
  reasons: Reasons;
}>;

export type AttestMinutes = Readonly<{
  type: 'AttestMinutes';
  now: string;
  personId: string;
  /** What is decided upon, as it stands now: minutes over something else are not attested any more. */
  decidable: Decidable;
}>;

export type WithdrawMinutes = Readonly<{ type: 'WithdrawMinutes'; now: string; by: string; why: string }>;

export type DecisionOrder = RecordMinutes | AttestMinutes | WithdrawMinutes;
