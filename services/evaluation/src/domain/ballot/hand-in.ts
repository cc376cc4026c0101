import { isBytes } from './decide-issuing.ts';
import type { Box } from './facts.ts';
import { MODULUS_BYTES, TOKEN_BYTES } from './limits.ts';
import type { HandInRefusal } from './refusals.ts';
import { type Ballot, isSet } from './state.ts';

/** A ballot as it comes in: nothing of it says who sends it. `token` and `signature` in base64url. */
export type HandedIn = Readonly<{ boxId: string; token: string; signature: string; level: string }>;

/** Whether a round takes ballots at this moment. */
export type RoundTime = Readonly<{ isOpen: boolean; closesAt: string; now: string }>;

/** The box it is for and its level's place, or why it is not taken; whether its token is good is the key's to say. */
export const takeBallot = (
  ballot: Ballot,
  { boxId, token, signature, level }: HandedIn,
  { isOpen, closesAt, now }: RoundTime,
): Readonly<{ box: Box; level: number }> | HandInRefusal => {
  if (!isSet(ballot)) return { reason: 'BALLOT_UNKNOWN', field: 'ballotId' };
  if (ballot.kind === 'issuing') return { reason: 'BOX_NOT_OPEN', field: 'ballotId' };
  if (ballot.kind !== 'voting' || !isOpen || now >= closesAt) return { reason: 'BOX_CLOSED', field: 'ballotId' };
  const box = ballot.boxes.find((one) => one.boxId === boxId);
  if (box === undefined) return { reason: 'BALLOT_UNKNOWN', field: 'boxId' };
  if (!ballot.openBoxes.includes(boxId)) return { reason: 'GROUP_TOO_SMALL', field: 'boxId' };
  const at = ballot.levels.indexOf(level);
  if (at === -1) return { reason: 'LEVEL_UNKNOWN', field: 'level' };
  return isBytes(token, TOKEN_BYTES) && isBytes(signature, MODULUS_BYTES)
    ? { box, level: at }
    : { reason: 'TOKEN_INVALID', field: 'token' };
};
