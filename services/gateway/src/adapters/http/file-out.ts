import { Readable } from 'node:stream';
import { type ByteRange, EVIDENCE_EXTENSIONS, type EvidenceStore } from '@jiangong/evidence';
import { parse } from 'range-parser';
import type { EdgeReason } from '../../application/edge-reasons.ts';
import { EdgeError } from '../../application/problem.ts';
import { savedAs } from './file-name.ts';
import type { LocalContext } from './register-routes.ts';
import { isKnown } from './revalidated.ts';

export type FileOut = Readonly<{
  sha256: string;
  mediaType: string;
  bytes: number;
  /** What it is called, without the ending that its type has; absent: by its hash. */
  name?: string;
  /** What is said when the file is not there. */
  absent?: EdgeReason;
}>;

const PARTIAL = 206;
const NOT_MODIFIED = 304;
const HASH_IN_NAME_CHARS = 16;

const extensionOf = (mediaType: string): string => {
  const extension = (EVIDENCE_EXTENSIONS as Readonly<Record<string, string>>)[mediaType];
  return extension === undefined ? '' : `.${extension}`;
};

/** Bits of the parser's code. */
const INVALID = 1;
const BEYOND = 2;

/** The one part that is asked for (RFC 9110 §14); undefined: the whole file, also where several parts are asked for, or nonsense. */
const rangeOf = (header: string | undefined, bytes: number): ByteRange | 'beyond' | undefined => {
  if (header === undefined || bytes === 0) return undefined;
  const { code, type, ranges } = parse(bytes, header);
  if (type !== 'bytes' || (code & INVALID) !== 0) return undefined;
  const [only, ...more] = ranges;
  if (only === undefined) return (code & BEYOND) === 0 ? undefined : 'beyond';
  return more.length === 0 ? { first: only.start, last: only.end } : undefined;
};

/**
 * Hands a kept file out, or a part of it. Shown by nothing of ours: a file from outside is saved, not rendered with our authority. Nothing
 * is kept by a browser; `If-None-Match` is for programs that keep files themselves.
 */
export const fileOut = async (
  evidence: EvidenceStore,
  { request, reply }: LocalContext,
  { sha256, mediaType, bytes, name, absent = 'EVIDENCE_NOT_FOUND' }: FileOut,
): Promise<Readable | undefined> => {
  const etag = `"${sha256}"`;
  reply.header('etag', etag).header('accept-ranges', 'bytes');
  // The content is its own version: what was fetched once under this hash never changes.
  if (isKnown(request.headers['if-none-match'], etag)) {
    reply.code(NOT_MODIFIED);
    return undefined;
  }
  const range = rangeOf(request.headers.range, bytes);
  if (range === 'beyond') {
    reply.header('content-range', `bytes */${bytes}`);
    throw new EdgeError('RANGE_NOT_SATISFIABLE', { field: 'Range' });
  }
  const content = await evidence.open(sha256, range);
  if (content === undefined) throw new EdgeError(absent, { field: 'sha256' });
  reply.header('content-type', mediaType === '' ? 'application/octet-stream' : mediaType);
  const length = range === undefined ? bytes : range.last - range.first + 1;
  if (length > 0) reply.header('content-length', String(length));
  if (range !== undefined) reply.code(PARTIAL).header('content-range', `bytes ${range.first}-${range.last}/${bytes}`);
  const saved = { plain: sha256.slice(0, HASH_IN_NAME_CHARS), ending: extensionOf(mediaType) };
  reply.header('content-disposition', savedAs(name === undefined ? saved : { ...saved, called: name }));
  reply.header('content-security-policy', "sandbox; default-src 'none'");
  return Readable.from(content, { objectMode: false });
};
