import { v5 as uuidV5 } from 'uuid';

/** The platform's UUIDv5 name space. Frozen: ids of stored events derive from it. */
export const JIANGONG_NAMESPACE = '6f1f5a0e-6f0c-5b2e-9d38-2c9d0f3c1a77';

/** The id of the n-th event (from 0) that an order makes in a stream: the same order tried again gives the same ids. */
export const eventIdOf = (requestId: string, stream: string, ordinal: number): string =>
  uuidV5(`event ${requestId} ${stream} ${ordinal}`, JIANGONG_NAMESPACE);

/** The id of an aggregate that an order founds: two racing first tries meet as a revision conflict (decisions.md 4). */
export const aggregateIdOf = (requestId: string, kind: string): string => uuidV5(`${kind} ${requestId}`, JIANGONG_NAMESPACE);

/** A request id derived from a name, for moments and process managers: a repeat is harmless. */
export const requestIdOf = (name: string): string => uuidV5(`request ${name}`, JIANGONG_NAMESPACE);
