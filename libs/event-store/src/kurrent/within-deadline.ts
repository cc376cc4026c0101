/** No answer came in time: for a write, its outcome is unknown. */
export class NoAnswerInTime extends Error {
  override readonly name = 'NoAnswerInTime';
}

/** The answer, or `NoAnswerInTime`: a stream that died silently answers never, and the client would wait with it. */
export const withinDeadline = async <T>(what: string, limitMs: number, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NoAnswerInTime(`${what}: no answer in ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined); // what comes after the deadline has no listener any more
  }
};
