/** The longest message of an error that goes into the log, in characters. */
export const ERROR_MESSAGE_CHARS_MAX = 500;

/** The deepest chain of causes that goes into the log. */
export const ERROR_CAUSES_MAX = 3;

export type DescribedError = Readonly<{
  type: string;
  code?: string;
  message?: string;
  stack?: readonly string[];
  cause?: DescribedError;
}>;

/** SQLSTATE class 22 (data exception): PostgreSQL quotes the offending value in the message. */
const quotesValues = (code: string | undefined): boolean => code !== undefined && /^22[0-9A-Z]{3}$/.test(code);

const framesOf = (stack: string | undefined): readonly string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim());

/**
 * What the log may keep of an error: its kind, code, place and, unless it quotes data, its message. Members such as
 * PostgreSQL's `detail`, `where` and `parameters` hold values of rows: they are never copied.
 */
export const describeError = (error: unknown, depth = 0): DescribedError => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
      ? String(error.code)
      : undefined;
  const frames = framesOf(error.stack);
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(quotesValues(code) ? {} : { message: error.message.slice(0, ERROR_MESSAGE_CHARS_MAX) }),
    ...(frames.length === 0 ? {} : { stack: frames }),
    ...(error.cause === undefined || depth + 1 >= ERROR_CAUSES_MAX
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
};
