import { instantAfter } from '@jiangong/calendar';
import type { Refusal } from '@jiangong/event-store';
import {
  ADDRESS_CHARS_MAX,
  CODE_TRIES_MAX,
  CODE_VALID_MS,
  CODES_MAX,
  CODES_WINDOW_MS,
  LOCAL_PART_CHARS_MAX,
} from './limits.ts';

/**
 * A plain address: a dot-atom of ASCII and a domain of labels (an IDN in its xn-- form). Quoted local parts, comments and literal
 * addresses are mail's, but nobody's at work; refusing them keeps every character out that a mail header gives a meaning.
 */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/u;

/** The address as it is kept: the domain in lower case, the local part as its owner writes it. Undefined: no address. */
export const addressOf = (text: string): string | undefined => {
  const trimmed = text.trim();
  const place = trimmed.lastIndexOf('@');
  const [local, domain] = [trimmed.slice(0, Math.max(place, 0)), trimmed.slice(place + 1).toLowerCase()];
  const labels = domain.split('.');
  const isAddress =
    trimmed.length <= ADDRESS_CHARS_MAX &&
    local.length <= LOCAL_PART_CHARS_MAX &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label));
  return isAddress ? `${local}@${domain}` : undefined;
};

/** Codes that were sent for one person in the running window. */
export type CodesSent = Readonly<{ since: string; count: number }>;

/** A code that waits for its owner. */
export type Waiting = Readonly<{ until: string; tries: number }>;

export type AddressRefusal = Refusal<
  'MAIL_NOT_CONFIGURED' | 'ADDRESS_INVALID' | 'CODES_TOO_MANY' | 'CODE_WRONG' | 'CODE_LAPSED' | 'NOT_A_PERSON'
>;

/** Counts a further code, or says when the next one may be asked for. */
export const countCode = (sent: CodesSent | null, now: string): CodesSent | AddressRefusal => {
  const ends = sent === null ? now : instantAfter(sent.since, CODES_WINDOW_MS);
  if (sent === null || now >= ends) return { since: now, count: 1 };
  if (sent.count >= CODES_MAX)
    return { reason: 'CODES_TOO_MANY', field: 'address', details: { codesMax: CODES_MAX, again: ends } };
  return { since: sent.since, count: sent.count + 1 };
};

export const codeEnds = (now: string): string => instantAfter(now, CODE_VALID_MS);

/** Whether the code that was given may still be looked at. A wrong one counts; after the last nothing waits any more. */
export const mayTry = (waiting: Waiting | null, now: string): AddressRefusal | null =>
  waiting === null || now >= waiting.until || waiting.tries >= CODE_TRIES_MAX
    ? { reason: 'CODE_LAPSED', field: 'code' }
    : null;
