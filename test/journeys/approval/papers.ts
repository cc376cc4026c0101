import { randomBytes } from 'node:crypto';
import type { Campaign } from '../all-goes-wrong/campaign.ts';
import type { MyBallot, Token } from '../democratic/played-democratic.ts';

/** One answer, with the serial that the voter's browser makes for it. */
export type Answer = Readonly<{ entryId: string; question: string; level: string; serial: string }>;

const SERIAL_BYTES = 16;

/** A paper filled in: a level for every question about every entry, in the order in which they are shown. */
export const filled = ({ boxes, questions }: MyBallot, levelAt: (at: number) => string): readonly Answer[] =>
  (boxes[0]?.entries ?? [])
    .flatMap(({ entryId }) => questions.map(({ question }) => ({ entryId, question })))
    .map((place, at) => ({
      ...{ ...place, level: levelAt(at) },
      serial: randomBytes(SERIAL_BYTES).toString('base64url'),
    }));

const bodyOf = ({ boxId, token, signature }: Token, marks: readonly Answer[]) => ({ boxId, token, signature, marks });

/** In nobody's name: the public has an empty jar. */
export const handIn = async ({ play }: Campaign, token: Token, marks: readonly Answer[]): Promise<void> => {
  const key = play.key(`paper ${token.token} ${Math.random()}`);
  await play.public.order({ path: `/v1/public/ballots/${token.ballotId}`, key, body: bodyOf(token, marks) });
};

/** Why it is not taken, and of which field. */
export const refusedPaper = async (
  { play }: Campaign,
  token: Token,
  marks: readonly Answer[],
): Promise<string | undefined> => {
  const path = `/v1/public/ballots/${token.ballotId}`;
  const key = play.key(`refused paper ${Math.random()}`);
  return (await play.public.refused({ method: 'POST', path, body: bodyOf(token, marks), key })).reason;
};
