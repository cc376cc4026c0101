/** Said of an answer whose service had not read as far yet as this session has seen (services/gateway). */
const BEHIND_HEADER = 'x-read-model-behind';

/** A service that is behind has let the question wait for two seconds already. */
const AGAIN_MS = 2_000;

let askAnew: (() => void) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What asks anew when an answer was behind: a list must not go on showing what was before one's own order. Answers how to leave it. */
export const whenBehind = (ask: () => void): (() => void) => {
  askAnew = ask;
  return () => {
    if (askAnew === ask) askAnew = undefined;
  };
};

/** Hears of every answer whether it was behind. Several within `AGAIN_MS` are asked for anew together. */
export const hearBehind = ({ headers }: Pick<Response, 'headers'>): void => {
  if (!headers.has(BEHIND_HEADER)) return;
  timer ??= setTimeout(() => {
    timer = undefined;
    askAnew?.();
  }, AGAIN_MS);
};
