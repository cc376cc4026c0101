import { answerOf, api, type Schemas } from '../api/client.ts';
import { blindToken, unblind } from './blind-token.ts';
import { isToken, type Token } from './kept-tokens.ts';

export type HeldCode = Schemas['HeldVoteCode'];

/** A vote that was begun: a code gives one token, so that the browser keeps it until the ballot is handed in. */
export type Begun = Readonly<{ code: string; held: HeldCode; token: Token }>;

const NAME = 'jiangong.vote-code';

/** By a code and as nobody: also in the browser of somebody who is signed in. */
const asNobody = { credentials: 'omit' } as const;

export const heldCode = async (code: string): Promise<HeldCode> =>
  answerOf(api.GET('/v1/public/vote-codes', { ...asNobody, headers: { 'vote-code': code } }));

export const begunVote = (): Begun | undefined => {
  try {
    const read = JSON.parse(localStorage.getItem(NAME) ?? 'null') as Partial<Begun> | null;
    const isBegun = read !== null && typeof read.code === 'string' && typeof read.held?.title === 'string';
    return isBegun && isToken(read.token) ? (read as Begun) : undefined;
  } catch {
    // What is no JSON is no vote of ours.
    return undefined;
  }
};

const keep = (begun: Begun): Begun => {
  localStorage.setItem(NAME, JSON.stringify(begun));
  return begun;
};

/** Makes a token and has it signed by the code; should the answer be lost, the very same is asked for again. */
const signed = async (code: string, held: HeldCode): Promise<Begun> => {
  const before = begunVote();
  const begun =
    before?.code === code ? before : keep({ code, held, token: await blindToken(held.boxId, held.publicKey) });
  if (begun.token.signature !== undefined) return begun;
  const { blindSignature } = await answerOf(
    api.POST('/v1/public/vote-codes', { ...asNobody, body: { code, blinded: begun.token.blinded } }),
  );
  return keep({ ...begun, token: { ...begun.token, signature: await unblind(begun.token, blindSignature) } });
};

/** The code gives a token, and the token votes: two requests that nothing ties to each other. */
export const voteByCode = async (code: string, held: HeldCode, level: string): Promise<void> => {
  const { token: begun } = await signed(code, held);
  const { token, boxId, signature = '' } = begun;
  await answerOf(
    api.POST('/v1/public/ballots/{ballotId}', {
      ...asNobody,
      params: { path: { ballotId: held.ballotId } },
      body: { boxId, token, signature, level },
    }),
  );
  localStorage.removeItem(NAME);
};
