import type { EventEmitter } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { EVIDENCE_BYTES_MAX } from '@jiangong/evidence';
import { EdgeError } from '../../application/problem.ts';

/** A body that is no file is small: it has arrived within this time, or it is not waited for. */
export const BODY_MS_MAX = 60_000;

/**
 * A file may take its time over a slow line (twenty megabytes at 64 kbit/s are three quarters of an hour), so long as it goes on: at least so
 * many bytes a second on average, looked at over each window.
 */
export const FILE_FLOOR_BYTES_PER_SECOND = 4_096;
export const FILE_WINDOW_MS = 15_000;

/** So long a request may take in all: the largest file at the floor, and two windows to notice. */
export const REQUEST_MS_MAX =
  Math.ceil((EVIDENCE_BYTES_MAX * 1_000) / FILE_FLOOR_BYTES_PER_SECOND) + 2 * FILE_WINDOW_MS;

/** `watch` is given how to tell the bytes so far, and how to end it; it gives the timer to clear when all has come. */
type Watch = (seen: () => number, tooSlow: () => void) => NodeJS.Timeout;

/** A body, and its answer, which tells `finish` when it has gone out. */
export type Arriving = Readonly<{ payload: Readable; answer: EventEmitter }>;

/** The body as it comes in, and an error at its end when `watch` says so: the connection lives on, so that the sender can be told. */
const watched = ({ payload, answer }: Arriving, watch: Watch): Readable => {
  const arriving = new PassThrough();
  let seen = 0;
  const timer = watch(
    () => seen,
    () => {
      payload.unpipe(arriving);
      arriving.destroy(new EdgeError('REQUEST_TIMEOUT'));
    },
  );
  timer.unref();
  const done = (): void => clearInterval(timer);
  arriving.once('close', done);
  payload.once('end', done);
  // Told to whoever reads the body; where nobody does, the request was answered without it.
  arriving.on('error', done);
  // Answered before it was read: what still comes is thrown away, else nothing behind it on this connection would ever be read.
  answer.once('finish', () => {
    payload.unpipe(arriving);
    payload.resume();
    arriving.destroy();
  });
  payload.on('data', (part: Buffer) => (seen += part.length));
  payload.once('error', (error) => arriving.destroy(error));
  payload.once('close', () => {
    if (!payload.readableEnded) arriving.destroy(new EdgeError('MALFORMED_REQUEST'));
  });
  return payload.pipe(arriving);
};

/** For everything but files. */
export const withinTime = (arriving: Arriving, withinMs = BODY_MS_MAX): Readable =>
  watched(arriving, (_seen, tooSlow) => setTimeout(tooSlow, withinMs));

/** For files. */
export const atPace = (
  arriving: Arriving,
  { bytesPerSecond = FILE_FLOOR_BYTES_PER_SECOND, windowMs = FILE_WINDOW_MS } = {},
): Readable =>
  watched(arriving, (seen, tooSlow) => {
    let before = 0;
    return setInterval(() => {
      const now = seen();
      if (now - before < (bytesPerSecond * windowMs) / 1_000) tooSlow();
      before = now;
    }, windowMs);
  });
