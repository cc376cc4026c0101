import type { Fact } from '@jiangong/event-store';
import type { Award, Choice, Departure, Reasons } from './award.ts';
import type { RecusalCause } from './body.ts';
import type { Why } from './taken-facts.ts';

/** A member of the body on the day of the meeting: what he held, whether he came, and for which entries he is recused. */
export type MinutedMember = Readonly<{
  personId: string;
  grantId: string;
  homeId: string | null;
  present: boolean;
  recused: readonly Readonly<{ entryId: string; cause: RecusalCause }>[];
}>;

/** The minutes of a meeting that decides: the whole body of that day, and everything that was decided. In force only when attested. */
export type MinutesRecorded = Fact<
  'MinutesRecorded.v1',
  Readonly<{
    decisionId: string;
    /** The stream that is decided upon: a round or a naming. */
    roundId: string;
    editionId: string;
    /** The unit whose part of the round is decided; absent where one body decides over all. */
    unitId?: string;
    /** The committee whose body decides: the round's own, or one above it where no own quorum is possible. */
    committeeId: string;
    basis: 'result' | 'list';
    resultHash: string;
    meetingOn: string;
    minutesNumber: string;
    /** SHA-256 of the minutes as a file. */
    file: string;
    body: readonly MinutedMember[];
    /** How many present members must attest. */
    attestationsNeeded: number;
    awards: readonly Award[];
    departures: readonly Departure[];
    choices: readonly Choice[];
    exceeding: readonly string[];
    recordedBy: string;
    prose: Reasons | 'SEALED' | 'ERASED';
  }>
>;

/** A member who was present attests the minutes, himself and signed in. */
export type MinutesAttested = Fact<
  'MinutesAttested.v1',
  Readonly<{
    decisionId: string;
    roundId: string;
    personId: string;
    grantId: string;
    attestedAt: string;
    /** True for the attestation with which the decision takes effect. */
    completing: boolean;
  }>
>;

/** Taken back before they took effect: another meeting, or the same one written down rightly. */
export type MinutesWithdrawn = Fact<
  'MinutesWithdrawn.v1',
  Readonly<{
    decisionId: string;
    roundId: string;
    withdrawnBy: string;
    withdrawnAt: string;
    prose: Why;
  }>
>;

export type DecisionFact = MinutesRecorded | MinutesAttested | MinutesWithdrawn;
