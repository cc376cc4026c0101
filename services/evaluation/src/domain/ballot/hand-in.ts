import { isBytes } from './bytes.ts';
import type { Box } from './facts.ts';
import { MODULUS_BYTES, TOKEN_BYTES } from './limits.ts';
import type { Choice } from './orders.ts';
import { type GivenMark, isOnPapers, readPaper } from './papers.ts';
import type { HandInRefusal } from './refusals.ts';
import { type Ballot, isSet, type SetupBallot } from './state.ts';

/**
 * A ballot as it comes in: nothing of it says who sends it. `token` and `signature` in base64url. `level`: what was chosen; empty where a
 * paper holds several answers, which are its `marks`.
 */
export type HandedIn = Readonly<{
  boxId: string;
  token: string;
  signature: string;
  level: string;
  marks: readonly GivenMark[];
}>;

/** Whether a round takes ballots at this moment. */
export type RoundTime = Readonly<{ isOpen: boolean; closesAt: string; now: string }>;

const chosen = (ballot: SetupBallot, box: Box, { level, marks }: HandedIn): Choice | HandInRefusal => {
  if (isOnPapers(ballot)) {
    const paper = readPaper(ballot, box, marks);
    return 'reason' in paper ? paper : { marks: paper };
  }
  const at = ballot.levels.indexOf(level);
  return at === -1 ? { reason: 'LEVEL_UNKNOWN', field: 'level' } : { level: at };
};

/** The box it is for and what it chooses, or why it is not taken; whether its token is good is the key's to say. */
export const takeBallot = (
  ballot: Ballot,
  handedIn: HandedIn,
  { isOpen, closesAt, now }: RoundTime,
): Readonly<{ box: Box; choice: Choice }> | HandInRefusal => {
  if (!isSet(ballot)) return { reason: 'BALLOT_UNKNOWN', field: 'ballotId' };
  if (ballot.kind === 'issuing') return { reason: 'BOX_NOT_OPEN', field: 'ballotId' };
  if (ballot.kind !== 'voting' || !isOpen || now >= closesAt) return { reason: 'BOX_CLOSED', field: 'ballotId' };
  const { boxId, token, signature } = handedIn;
  const box = ballot.boxes.find((one) => one.boxId === boxId);
  if (box === undefined) return { reason: 'BALLOT_UNKNOWN', field: 'boxId' };
  if (!ballot.openBoxes.includes(boxId)) return { reason: 'GROUP_TOO_SMALL', field: 'boxId' };
  const choice = chosen(ballot, box, handedIn);
  if ('reason' in choice) return choice;
  return isBytes(token, TOKEN_BYTES) && isBytes(signature, MODULUS_BYTES)
    ? { box, choice }
    : { reason: 'TOKEN_INVALID', field: 'token' };
};
