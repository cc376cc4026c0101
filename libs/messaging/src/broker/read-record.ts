import type { IncomingRecord } from './broker.ts';
import { type RelayedFact, sourceOf, WATERMARK_TYPE } from './fact-records.ts';
import { type Place, placeOfText } from './place.ts';

/** A fact as it came: `data` is text where it is JSON, and the bytes as they are, with the class of what is wrong, where it is not. */
export type ReceivedFact = Omit<RelayedFact, 'data'> &
  Readonly<{ data: string | null; raw: Uint8Array | null; errorClass: string | null }>;

const FIELDS = [
  'position',
  'ordinal',
  'context',
  'stream',
  'revision',
  'eventId',
  'type',
  'data',
  'raw',
  'errorClass',
  'occurredAt',
  'correlationId',
  'traceparent',
] as const satisfies readonly (keyof ReceivedFact)[];

/** The names of all fields of a received fact, in one order. */
export const RECEIVED_FIELDS: readonly (keyof ReceivedFact)[] = FIELDS;

/** Everything of a fact that must not change when it comes again. */
export const contentOfFact = (fact: ReceivedFact): string =>
  JSON.stringify(
    FIELDS.map((field) =>
      field === 'raw' ? (fact.raw ? Buffer.from(fact.raw).toString('base64') : null) : fact[field],
    ),
  );

type Link = Readonly<{ offset: number; generation: number; previous: Place | null }>;

export type ReadRecord =
  | (Link & Readonly<{ kind: 'fact'; fact: ReceivedFact }>)
  | (Link & Readonly<{ kind: 'watermark'; through: number }>)
  /** Not one of the relay's records: somebody else wrote into the topic, or it was damaged. The chain tells whether one is missing. */
  | Readonly<{ kind: 'stray'; offset: number; errorClass: string }>;

const wholeNumber = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
};

type Headers = Readonly<Record<string, string>>;

const linkOf = (offset: number, headers: Headers): Link | undefined => {
  const generation = wholeNumber(headers['ce_jggeneration']);
  const text = headers['ce_jgprevious'];
  const previous = text === undefined ? null : placeOfText(text);
  return generation === undefined || previous === undefined ? undefined : { offset, generation, previous };
};

const UTF8 = new TextDecoder('utf-8', { fatal: true });

const unreadable = (raw: Uint8Array, errorClass: string): Pick<ReceivedFact, 'data' | 'raw' | 'errorClass'> => ({
  data: null,
  raw,
  errorClass,
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const dataOf = (value: Uint8Array): Pick<ReceivedFact, 'data' | 'raw' | 'errorClass'> => {
  let data: string;
  try {
    data = UTF8.decode(value);
  } catch {
    return unreadable(value, 'NOT_UTF8');
  }
  return isJson(data) ? { data, raw: null, errorClass: null } : unreadable(value, 'NOT_JSON');
};

const factOf = (context: string, key: string | null, headers: Headers, value: Uint8Array): ReceivedFact | undefined => {
  const id = /^(.+)\/(\d{1,9})$/.exec(headers['ce_id'] ?? '');
  const position = wholeNumber(headers['ce_jgposition']);
  const ordinal = wholeNumber(headers['ce_jgordinal']);
  const revision = wholeNumber(headers['ce_jgrevision']);
  const { ce_type: type, ce_time: occurredAt, ce_subject: stream, ce_jgcorrelation: correlationId } = headers;
  if (!id?.[1] || position === undefined || ordinal === undefined || revision === undefined) return undefined;
  if (!type || !occurredAt || !stream || stream !== key || correlationId === undefined || Number(id[2]) !== ordinal)
    return undefined;
  const traceparent = headers['ce_traceparent'] ?? null;
  return {
    position,
    ordinal,
    context,
    stream,
    revision,
    eventId: id[1],
    type,
    occurredAt,
    correlationId,
    traceparent,
    ...dataOf(value),
  };
};

const stray = (offset: number, errorClass: string): ReadRecord => ({ kind: 'stray', offset, errorClass });

/** Reads a record of a context's topic. Never throws: what it can not place is a stray. */
export const readRecord = (context: string, { offset, key, headers, value }: IncomingRecord): ReadRecord => {
  if (headers['ce_specversion'] !== '1.0') return stray(offset, 'NO_CLOUD_EVENT');
  if (headers['ce_source'] !== sourceOf(context)) return stray(offset, 'FOREIGN_SOURCE');
  const link = linkOf(offset, headers);
  if (!link) return stray(offset, 'NO_PLACE');
  if (headers['ce_type'] === WATERMARK_TYPE) {
    const through = wholeNumber(headers['ce_jgposition']);
    return through === undefined ? stray(offset, 'NO_PLACE') : { kind: 'watermark', ...link, through };
  }
  const fact = factOf(context, key, headers, value);
  return fact ? { kind: 'fact', ...link, fact } : stray(offset, 'INCOMPLETE_HEADERS');
};
