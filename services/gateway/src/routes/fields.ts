import { isLogin, LOGIN_CHARACTERS_MAX, malformedIn, normalised, skeleton } from '@jiangong/wording';
import { z } from 'zod';
import { type FieldFault, type FormFault, issueOf } from './field-faults.ts';

/** At most so many rows in one page of a list. */
export const PAGE_SIZE_MAX = 200;
export const PAGE_SIZE_DEFAULT = 50;
const PAGE_TOKEN_CHARS_MAX = 500;
const LOGIN_CHARS_MIN = 2;
export const PASSWORD_FIELD_CHARS_MAX = 1_024;

const LINE_BREAKS = /[\t\n\r\u2028\u2029]/u;
const CARRIAGE_RETURN = /[\r\u2028\u2029]/u;

type Lines = 'one' | 'many';

/**
 * As much of what is refused as a pattern can say to those who read the document: control characters and line ends. Characters that nobody
 * sees are refused beyond that.
 */
export const TYPED_PATTERN: Readonly<Record<Lines, string>> = {
  one: String.raw`^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$`,
  many: String.raw`^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]*$`,
};

/** What is wrong with a text as it was sent, before anything is taken off its ends. */
const wrongWith = (text: string, lines: Lines): FieldFault | undefined => {
  const malformed = malformedIn(text);
  if (malformed !== undefined) return { fault: 'text-malformed', character: malformed.what };
  if (lines === 'one') return LINE_BREAKS.test(text) ? { fault: 'one-line' } : undefined;
  return CARRIAGE_RETURN.test(text) ? { fault: 'line-feeds' } : undefined;
};

const lengthFault = (given: string, charsMin: number, charsMax: number): FieldFault | undefined => {
  const chars = given.length > 2 * charsMax ? given.length : [...given].length;
  if (chars > charsMax) return { fault: 'too-long', limit: charsMax };
  return chars < charsMin ? { fault: 'too-short', limit: charsMin } : undefined;
};

/**
 * Text that people type, kept composed (NFC) and without blanks at its ends. What nobody sees or typed is refused and named
 * (`@jiangong/wording`). Lengths count characters, not code units.
 */
const text = (charsMin: number, charsMax: number, lines: Lines) =>
  z
    .string()
    .overwrite(normalised)
    .superRefine((given, context) => {
      const fault = wrongWith(given, lines) ?? lengthFault(given.trim(), charsMin, charsMax);
      if (fault !== undefined) context.addIssue(issueOf(fault));
    })
    .overwrite((given) => given.trim())
    .meta({
      ...(charsMin === 0 ? {} : { minLength: charsMin }),
      maxLength: charsMax,
      pattern: TYPED_PATTERN[lines],
    });

/** One line of text, not empty. */
export const line = (charsMax: number, charsMin = 1) => text(charsMin, charsMax, 'one');

/** One line of text that may be empty. */
export const optionalLine = (charsMax: number) => text(0, charsMax, 'one');

/** Several lines of text, not empty; of the control characters only line feed and tab. */
export const prose = (charsMax: number) => text(1, charsMax, 'many');

/** Several lines of text that may be empty. */
export const optionalProse = (charsMax: number) => text(0, charsMax, 'many');

/** A word for the machine, matched whole; `fault` says what it must be. */
export const formed = (form: RegExp, fault: FormFault) => z.string().regex(form, fault);

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ONE_UUID = new RegExp(`^${UUID}$`, 'u');

/** A UUID, any version, lower case. */
export const id = () => formed(ONE_UUID, 'uuid').meta({ format: 'uuid' });

/** What a list of ids looks like, separated by commas, for the document. */
export const IDS_PATTERN = `^${UUID}(?:,${UUID})*$`;

/** What a template calls one of its own: a stage, a track, a row, a rule. */
export const slug = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/u);

/** A trace as W3C Trace Context writes it. */
export const traceId = () => formed(/^[0-9a-f]{32}$/u, 'trace-id');

/** A span of a trace, as W3C Trace Context writes it. */
export const spanId = () => z.string().regex(/^[0-9a-f]{16}$/u);

/** Who may be called so, in the form in which logins are kept: two that look alike are one. */
export const login = () =>
  z
    .string()
    .overwrite(normalised)
    .superRefine((given, context) => {
      const malformed = malformedIn(given);
      if (malformed !== undefined) context.addIssue(issueOf({ fault: 'text-malformed', character: malformed.what }));
      else if (!isLogin(given.trim()) || [...given].length < LOGIN_CHARS_MIN)
        context.addIssue(issueOf({ fault: 'login' }));
    })
    .overwrite(skeleton)
    .meta({ minLength: LOGIN_CHARS_MIN, maxLength: LOGIN_CHARACTERS_MAX, pattern: TYPED_PATTERN.one });

/** A password, new or current: what keyboards type. Nothing is taken off its ends. */
export const password = () =>
  z
    .string()
    .superRefine((given, context) => {
      const malformed = malformedIn(normalised(given));
      const fault: FieldFault | undefined =
        malformed === undefined
          ? (lengthFault(given, 1, PASSWORD_FIELD_CHARS_MAX) ??
            (LINE_BREAKS.test(given) ? { fault: 'one-line' } : undefined))
          : { fault: 'text-malformed', character: malformed.what };
      if (fault !== undefined) context.addIssue(issueOf(fault));
    })
    .meta({ minLength: 1, maxLength: PASSWORD_FIELD_CHARS_MAX, pattern: TYPED_PATTERN.one });

/** A whole number within limits, both included. */
export const whole = (min: number, max: number) => z.number().int().min(min).max(max);

/** Like `whole`, for path and query where everything is text: digits only. */
export const wholeText = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/u, 'whole-number')
    .transform(Number)
    .pipe(z.number().int().min(min).max(max))
    .meta({ type: 'integer', minimum: min, maximum: max });

/** A day: `2024-11-30`. */
export const day = () => z.iso.date();

/** An instant in UTC with milliseconds: `2024-11-30T16:00:00.000Z`. */
export const instant = () => z.iso.datetime({ precision: 3 });

/** A day where no more is known or said, an instant elsewhere. */
export const dayOrInstant = () => z.union([day(), instant()]);

/** SHA-256 as lower-case hex. */
export const sha256 = () => formed(/^[0-9a-f]{64}$/u, 'sha256');

/** A word of a closed vocabulary, in the domain's own kebab-case spelling. */
export const word = <const T extends readonly [string, ...string[]]>(words: T) => z.enum(words);

/** `true` or `false` in a query. */
export const flagText = () => z.enum(['true', 'false']).transform((text) => text === 'true');

/** Put this into the query of every list: `query: z.strictObject({ ...pageQuery, nominatorId: id().optional() })`. */
export const pageQuery = {
  pageSize: wholeText(1, PAGE_SIZE_MAX).optional(),
  pageToken: formed(/^[\x21-\x7e]+$/u, 'page-token')
    .max(PAGE_TOKEN_CHARS_MAX)
    .optional(),
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
