import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { refused } from './refusals.ts';

/** Rows in one page when the caller names no number, and at most. */
export const PAGE_SIZE_DEFAULT = 50;
export const PAGE_SIZE_MAX = 200;

/** A token is not longer: a cursor is a few numbers and keys. */
export const PAGE_TOKEN_CHARS_MAX = 500;

/** Hex digits of the hash that binds a token to its list and question. */
const BINDING_CHARS = 24;

/** The part of a request that asks for a page; all the rest of it is the question. */
export type PageRequest = Readonly<{ pageSize: number; pageToken: string }>;

/** What is read for a page: `size` rows behind `after`, and one row more, which tells that there is a next page. */
export type PagePlace<C> = Readonly<{ size: number; after: C | undefined }>;

/** A page as asked for, with the hash of the question that its token will be bound to. */
export type PageAsked<C> = PagePlace<C> & Readonly<{ question: string }>;

export type PageFound<Row> = Readonly<{ page: readonly Row[]; nextPageToken: string }>;

/** How a list is told page by page. `C`: what the last row of a page is found again by; JSON without floats. */
export type Pages<C> = Readonly<{
  /** Throws `PAGE_SIZE_INVALID` or `PAGE_TOKEN_INVALID`, a refusal that names the field. */
  asked(request: PageRequest): PageAsked<C>;
  /** `found` is what was read behind `after`: more rows than `size` when there is a next page. */
  page<Row>(found: readonly Row[], asked: PageAsked<C>, cursorOf: (row: Row) => C): PageFound<Row>;
  /** The token of what comes behind a cursor, where a page ends otherwise than by its size. */
  tokenBehind(cursor: C, asked: PageAsked<C>): string;
}>;

/** The question: everything but the page. Undefined and default values are one, so that a client may spell out what it leaves out. */
const questionOf = (request: PageRequest): string => {
  const { pageSize: _size, pageToken: _token, ...question } = request;
  const given = Object.entries(question).filter(([, value]) => value !== undefined && value !== '' && value !== false);
  return sha256Hex(canonicalBytes(Object.fromEntries(given)));
};

const tokenOf = (list: string, question: string, cursor: unknown): string => {
  const text = JSON.stringify(cursor);
  const binding = sha256Hex(Buffer.from(`${list}\n${question}\n${text}`, 'utf8')).slice(0, BINDING_CHARS);
  return Buffer.from(`${binding}${text}`, 'utf8').toString('base64url');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON is no cursor: the caller refuses it
  }
};

/**
 * The pages of one list. A token is the cursor and a hash over list, question and cursor: one that was altered, cut, made up from parts or given
 * by another list or for another question is refused, and so is one in another spelling. Not a secret: who knows the form can make one,
 * and gets nothing that the question would not have given.
 */
export const pagesOf = <C>(
  list: string,
  isCursor: (value: unknown) => value is C,
  {
    sizeMax = PAGE_SIZE_MAX,
    sizeDefault = PAGE_SIZE_DEFAULT,
  }: Readonly<{ sizeMax?: number; sizeDefault?: number }> = {},
): Pages<C> => {
  const cursorIn = (token: string, question: string): C => {
    const text = token.length > PAGE_TOKEN_CHARS_MAX ? '' : Buffer.from(token, 'base64url').toString('utf8');
    const cursor = parsed(text.slice(BINDING_CHARS));
    if (!isCursor(cursor) || tokenOf(list, question, cursor) !== token)
      throw refused({ reason: 'PAGE_TOKEN_INVALID', field: 'pageToken' });
    return cursor;
  };
  const tokenBehind = (cursor: C, { question }: PageAsked<C>): string => tokenOf(list, question, cursor);
  return {
    asked: (request) => {
      const { pageSize, pageToken } = request;
      if (!Number.isSafeInteger(pageSize) || pageSize < 0 || pageSize > sizeMax)
        throw refused({ reason: 'PAGE_SIZE_INVALID', field: 'pageSize', details: { sizeMax } });
      const question = questionOf(request);
      return {
        size: pageSize === 0 ? sizeDefault : pageSize,
        after: pageToken === '' ? undefined : cursorIn(pageToken, question),
        question,
      };
    },
    page: (found, asked, cursorOf) => {
      const page = found.slice(0, asked.size);
      const last = page.at(-1);
      return {
        page,
        nextPageToken: last !== undefined && found.length > page.length ? tokenBehind(cursorOf(last), asked) : '',
      };
    },
    tokenBehind,
  };
};

const KEY_CHARS_MAX = 200;

/** A position in the log, a revision, or a place in a list. */
export const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** An id or a path: what rows are ordered by. */
export const isKey = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= KEY_CHARS_MAX &&
  value.isWellFormed() &&
  !value.includes('\u0000');
