/** Said of an answer whose service had not read as far yet as this session has seen (services/gateway). */
const BEHIND_HEADER = 'x-read-model-behind';

/** A service that is behind has let the question wait for two seconds already. */
const AGAIN_MS = 2_000;
/** One that stays behind is asked ever more seldom: every open page asks, and none of them helps it. */
const AGAIN_MS_MAX = 60_000;

let askAnew: (() => void) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let waitMs = AGAIN_MS;
let askedAt = 0;

/** What asks anew when an answer was behind: a list must not go on showing what was before one's own order. Answers how to leave it. */
export const whenBehind = (ask: () => void): (() => void) => {
  askAnew = ask;
  return () => {
    if (askAnew === ask) askAnew = undefined;
  };
};

/** Hears of every answer whether it was behind. Several within one wait are asked for anew together. */
export const hearBehind = ({ headers }: Pick<Response, 'headers'>): void => {
  if (!headers.has(BEHIND_HEADER) || timer !== undefined) return;
  // Long after it was last asked for anew it has caught up meanwhile.
  if (performance.now() - askedAt > 2 * AGAIN_MS_MAX) waitMs = AGAIN_MS;
  timer = setTimeout(() => {
    timer = undefined;
    askedAt = performance.now();
    waitMs = Math.min(2 * waitMs, AGAIN_MS_MAX);
    askAnew?.();
  }, waitMs);
};
