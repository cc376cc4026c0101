import { EdgeError } from './problem.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
/** -1: nothing is there yet, as the ETag of a blank score sheet says. */
export const REVISION = /^"(-1|0|[1-9]\d{0,14})"$/u;

/** The order's request id as the client named it; undefined when it did not. */
export const idempotencyKeyOf = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined;
  const key = header.trim().toLowerCase();
  if (!UUID.test(key)) throw new EdgeError('IDEMPOTENCY_KEY_INVALID', { field: 'Idempotency-Key' });
  return key;
};

/** The revision the client saw. `*` and lists of tags say nothing that an order could check. */
export const expectedRevisionOf = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const revision = REVISION.exec(header.trim())?.[1];
  if (revision === undefined) throw new EdgeError('IF_MATCH_INVALID', { field: 'If-Match' });
  return Number(revision);
};

/** What an order must carry by what it does: RFC 6585's 428 where it does not. */
export const checkAskedHeaders = (
  { founds, replaces }: Readonly<{ founds: boolean; replaces: boolean }>,
  given: Readonly<{ idempotencyKey: string | undefined; ifMatch: string | undefined }>,
): void => {
  if (founds && given.idempotencyKey === undefined)
    throw new EdgeError('IDEMPOTENCY_KEY_REQUIRED', { field: 'Idempotency-Key' });
  if (replaces && given.ifMatch === undefined) throw new EdgeError('PRECONDITION_REQUIRED', { field: 'If-Match' });
};

/** A correlation id given from outside is kept when it is a UUID. */
export const givenCorrelationId = (header: string | undefined): string | undefined => {
  const id = header?.trim().toLowerCase();
  return id !== undefined && UUID.test(id) ? id : undefined;
};
