import type { Candidate } from '../round/holders.ts';
import { isPrepared, type PreparedRound, type Round } from '../round/state.ts';

/** The office that writes down, and the leaders of whom one attests. */
const RECORDING = 'committee-officer';
const ATTESTING = 'committee-leader';

/**
 * What an order must know of the caller as he stands now. `recordingGrant`, `attestingGrant`: by what right he writes down, or attests; null: it
 * is not his to.
 */
export type MeetingGround = Readonly<{
  personId: string;
  recordingGrant: string | null;
  attestingGrant: string | null;
}>;

/** At the round's committee, or above it. */
const grantOf = ({ committeeId }: PreparedRound, { grants }: Candidate, asked: string): string | null =>
  grants.find(
    ({ role, organizationId, stands }) => role === asked && (organizationId === committeeId || stands === 'above'),
  )?.grantId ?? null;

export const meetingGroundOf = (round: Round, person: Candidate): MeetingGround => {
  const { personId } = person;
  if (!isPrepared(round)) return { personId, recordingGrant: null, attestingGrant: null };
  return {
    personId,
    recordingGrant: grantOf(round, person, RECORDING),
    attestingGrant: grantOf(round, person, ATTESTING),
  };
};
