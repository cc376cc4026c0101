import type { IncomingMessage } from 'node:http';

/** So much of a body that is too large is read and thrown away, so that its sender gets to read the answer. */
export const READ_AWAY_BYTES_MAX = 32_000_000;

/** And for so long. */
export const READ_AWAY_MS_MAX = 5_000;

/**
 * Reads what still comes of a request that is refused already. A client that is still sending when the connection closes sees a
 * broken pipe instead of the refusal. Resolves at the body's end, at either limit, or when the client is gone.
 */
export const readAway = (incoming: IncomingMessage): Promise<void> =>
  new Promise((resolve) => {
    if (incoming.complete || incoming.destroyed) return resolve();
    let bytes = 0;
    const done = (): void => {
      clearTimeout(timer);
      incoming.off('data', onData).off('end', done).off('close', done).off('error', done);
      resolve();
    };
    const onData = (part: Buffer): void => {
      bytes += part.length;
      if (bytes > READ_AWAY_BYTES_MAX) done();
    };
    const timer = setTimeout(done, READ_AWAY_MS_MAX);
    incoming.unpipe(); // whoever it went to takes no more of it, and would hold it up
    incoming.on('data', onData).on('end', done).on('close', done).on('error', done);
    incoming.resume();
  });
