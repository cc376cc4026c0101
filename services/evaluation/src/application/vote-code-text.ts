import { createHash } from 'node:crypto';
import { codeCharacters, printedCode, typedCode } from '@jiangong/wording';

/** Twenty bits of a ballot's id, which say among which ballots a code is looked for: the same on all its slips, and no secret. */
const HINT_CHARACTERS = 4;
/** Sixteen characters are eighty bits, which nobody finds by trying. */
const SECRET_CHARACTERS = 16;

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** What every code of a ballot begins with. */
export const hintOf = (ballotId: string): string =>
  codeCharacters(sha256(`vote code of ${ballotId}`).subarray(0, HINT_CHARACTERS));

/** A code of a ballot, as it is printed; `random`: 256 bits in hex that nobody can guess. */
export const voteCodeOf = (ballotId: string, random: string): string =>
  printedCode(hintOf(ballotId) + codeCharacters(Buffer.from(random, 'hex').subarray(0, SECRET_CHARACTERS)));

/** What a typed code begins with. */
export const hintIn = (typed: string): string => typedCode(typed).slice(0, HINT_CHARACTERS);
