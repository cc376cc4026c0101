import type { Logger } from '@jiangong/telemetry';
import type { Session, Sessions } from '../../application/sessions.ts';
import type { ReadMarks } from '../../application/shared-memory.ts';

export type HeardMarkParts = Readonly<{
  sessions: Pick<Sessions, 'advance'>;
  readMarks: ReadMarks;
  log: Pick<Logger, 'warn'>;
}>;

/**
 * A change is told as soon as it is in the log, and a read model may pass it later than the browser asks: so what a session hears moves
 * its read mark, as its own orders do. Other gateways are told one mark after the other, of several at once the newest alone.
 */
export const markingWhatIsHeard = (
  { sessions, readMarks, log }: HeardMarkParts,
  { token, session: { sessionId } }: Readonly<{ token: string; session: Pick<Session, 'sessionId'> }>,
): ((position: number) => void) => {
  let newest = 0;
  let isTelling = false;
  const tellOthers = async (): Promise<void> => {
    for (let told = 0; told < newest;) {
      told = newest;
      await readMarks.advance(sessionId, told);
    }
  };
  return (position: number): void => {
    sessions.advance(token, position);
    newest = Math.max(newest, position);
    if (isTelling) return;
    isTelling = true;
    tellOthers()
      .catch((error: unknown) => log.warn({ err: error }, 'other gateways could not be told what a session has heard'))
      .finally(() => (isTelling = false));
  };
};
