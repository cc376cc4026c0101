import { answerOf, api } from '../api/client.ts';
import { under } from '../api/order.ts';
import { isPassing, Refused } from '../api/problem.ts';
import { readSheet } from './desk.ts';
import { type Marks, marksOf, scoresOf } from './marks.ts';
import type { Sending } from './outbox.ts';
import type { Sent } from './saver.ts';

/** As long as an office's network may take; after it the save is sent again under its key. */
const SEND_MS_MAX = 20_000;

/** Sends one save. Without a network it does not even try: the browser knows. */
export const sendMarks =
  (roundId: string) =>
  async ({ key, revision, cells }: Sending): Promise<Sent> => {
    if (!navigator.onLine) return { kind: 'unreached' };
    try {
      const { receipt } = await answerOf(
        api.PUT('/v1/rounds/{roundId}/sheet', {
          params: { path: { roundId }, header: { ...under(key), 'If-Match': `"${revision}"` } },
          body: { scores: scoresOf(cells) },
          signal: AbortSignal.timeout(SEND_MS_MAX),
        }),
      );
      return { kind: 'done', revision: receipt.revision };
    } catch (error) {
      if (error instanceof Refused && error.status === 412) return { kind: 'stale' };
      if (error instanceof Refused && error.status === 401) return { kind: 'signed-out' };
      if (isPassing(error) || (error instanceof Refused && error.status === 429)) return { kind: 'unreached' };
      return { kind: 'refused', error };
    }
  };

/** What the platform has of one's own sheet; undefined where it is not reached. */
export const rereadMarks =
  (roundId: string) => async (): Promise<Readonly<{ revision: number; marks: Marks }> | undefined> =>
    readSheet(roundId).then(
      ({ revision, scores }) => ({ revision, marks: marksOf(scores) }),
      () => undefined,
    );
