import { LogAway } from '../log-away.ts';

/** The answer, or `LogAway`: a stream that died silently answers never, and the client would wait with it. */
export const withinDeadline = async <T>(what: string, limitMs: number, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new LogAway(`${what}: no answer in ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined); // what comes after the deadline has no listener any more
  }
};
