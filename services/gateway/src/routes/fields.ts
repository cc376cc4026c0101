import { z } from 'zod';

/** At most so many rows in one page of a list. */
export const PAGE_SIZE_MAX = 200;
export const PAGE_SIZE_DEFAULT = 50;
const PAGE_TOKEN_CHARS_MAX = 500;

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const SEVERAL_LINES = /^(?:[^\p{Cc}\p{Cs}\u2028\u2029]|[\n\t])*$/u;

/** A UUID, any version, lower case. */
export const id = () =>
  z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u, 'must be a UUID in lower case');

/** One line of text, not empty, without control characters. */
export const line = (charsMax: number) =>
  z.string().trim().min(1).max(charsMax).regex(ONE_LINE, 'must be one line without control characters');

/** One line of text that may be empty. */
export const optionalLine = (charsMax: number) =>
  z.string().trim().max(charsMax).regex(ONE_LINE, 'must be one line without control characters');

/** Several lines of text, not empty; of the control characters only line feed and tab. */
export const prose = (charsMax: number) =>
  z.string().trim().min(1).max(charsMax).regex(SEVERAL_LINES, 'must not hold control characters');

/** A whole number within limits, both included. */
export const whole = (min: number, max: number) => z.number().int().min(min).max(max);

/** Like `whole`, for path and query where everything is text: digits only. */
export const wholeText = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/u, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().int().min(min).max(max))
    .meta({ type: 'integer', minimum: min, maximum: max });

/** A day: `2024-11-30`. */
export const day = () => z.iso.date();

/** An instant in UTC with milliseconds: `2024-11-30T16:00:00.000Z`. */
export const instant = () => z.iso.datetime({ precision: 3 });

/** SHA-256 as lower-case hex. */
export const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/u, 'must be a SHA-256 in lower-case hex');

/** A word of a closed vocabulary, in the domain's own kebab-case spelling. */
export const word = <const T extends readonly [string, ...string[]]>(words: T) => z.enum(words);

/** `true` or `false` in a query. */
export const flagText = () => z.enum(['true', 'false']).transform((text) => text === 'true');

/** Put this into the query of every list: `query: z.strictObject({ ...pageQuery, unitId: id().optional() })`. */
export const pageQuery = {
  pageSize: wholeText(1, PAGE_SIZE_MAX).optional(),
  pageToken: z.string().min(1).max(PAGE_TOKEN_CHARS_MAX).regex(ONE_LINE).optional(),
};

/** The page part of a list's gRPC request. */
export const pageOf = (query: {
  pageSize?: number | undefined;
  pageToken?: string | undefined;
}): { pageSize: number; pageToken: string } => ({
  pageSize: query.pageSize ?? PAGE_SIZE_DEFAULT,
  pageToken: query.pageToken ?? '',
});

/** The answer of every list: rows, and the token of the next page, null at the end. */
export const pageAnswer = <T extends z.ZodType>(row: T) =>
  z.object({ items: z.array(row), nextPageToken: z.string().nullable() });

/** Turns a list's gRPC answer into `pageAnswer`. */
export const pageOut = <Row>(
  items: readonly Row[],
  nextPageToken: string,
): { items: Row[]; nextPageToken: string | null } => ({
  items: [...items],
  nextPageToken: nextPageToken === '' ? null : nextPageToken,
});
