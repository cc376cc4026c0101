import { type EntryGround, entryGroundOf, nobodyIn } from '../round/entry-ground.ts';
import type { Candidate } from '../round/holders.ts';
import { entryOf, type PreparedRound, type Round } from '../round/state.ts';

/** Roles that look facts up: the office, and discipline inspection where the office belongs to what is asked about. */
const ANSWERING: readonly string[] = ['committee-officer', 'discipline-inspector'];

/** What an answer must know of the caller as he stands now. `grantId`: by what right he answers; null: it is not his to. */
export type AnswerGround = EntryGround & Readonly<{ ownHomeId: string | null; grantId: string | null }>;

/** At the round's committee, or above it. */
export const answeringGrant = ({ committeeId }: PreparedRound, { grants }: Candidate): string | null =>
  grants.find(
    ({ role, organizationId, stands }) =>
      ANSWERING.includes(role) && (organizationId === committeeId || stands === 'above'),
  )?.grantId ?? null;

export const answerGroundOf = (round: Round, entryId: string, person: Candidate): AnswerGround => {
  const entry = round.kind === 'absent' ? undefined : entryOf(round, entryId);
  const { homeId: ownHomeId, personId } = person;
  if (round.kind === 'absent' || entry === undefined) return { ...nobodyIn(personId), ownHomeId, grantId: null };
  return { ...entryGroundOf(round, entry, person), ownHomeId, grantId: answeringGrant(round, person) };
};
