import { hash } from 'node:crypto';

/** The platform's UUIDv5 name space. Frozen: ids of stored events derive from it. */
export const JIANGONG_NAMESPACE = '6f1f5a0e-6f0c-5b2e-9d38-2c9d0f3c1a77';

const NAMESPACE_BYTES = Buffer.from(JIANGONG_NAMESPACE.replaceAll('-', ''), 'hex');

/** UUIDv5 (RFC 9562): SHA-1 of name space and name, with version and variant put in. */
const uuidV5 = (name: string): string => {
  const bytes = hash('sha1', Buffer.concat([NAMESPACE_BYTES, Buffer.from(name, 'utf8')]), 'buffer');
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The id of the n-th event (from 0) that an order makes in a stream: the same order tried again gives the same ids. */
export const eventIdOf = (requestId: string, stream: string, ordinal: number): string =>
  uuidV5(`event ${requestId} ${stream} ${ordinal}`);

/** The id of an aggregate that an order founds: two racing first tries meet as a revision conflict (decisions.md 4). */
export const aggregateIdOf = (requestId: string, kind: string): string => uuidV5(`${kind} ${requestId}`);

/** A request id derived from a name, for moments and process managers: a repeat is harmless. */
export const requestIdOf = (name: string): string => uuidV5(`request ${name}`);
