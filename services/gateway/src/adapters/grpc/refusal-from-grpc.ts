import { type ServiceError, status } from '@grpc/grpc-js';
import type { RefusalSaid } from '../../application/problem.ts';
import { EdgeError } from '../../application/problem.ts';

const REFUSAL_KEY = 'jiangong-refusal-bin';

/** What HTTP makes of a refusal's gRPC status. The rest is an accident, not a refusal. */
const httpStatuses = new Map<status, number>([
  [status.INVALID_ARGUMENT, 400],
  [status.UNAUTHENTICATED, 401],
  [status.PERMISSION_DENIED, 403],
  [status.NOT_FOUND, 404],
  [status.ALREADY_EXISTS, 409],
  [status.ABORTED, 409],
  [status.FAILED_PRECONDITION, 409],
  [status.RESOURCE_EXHAUSTED, 429],
  [status.UNAVAILABLE, 503],
]);

const RETRY_AFTER_SECONDS = 1;

/** A service said no. */
export class ServiceRefusal extends Error {
  readonly said: RefusalSaid;
  readonly retryAfterSeconds: number | undefined;
  constructor(said: RefusalSaid) {
    super(said.reason);
    this.name = 'ServiceRefusal';
    this.said = said;
    this.retryAfterSeconds = said.status === 429 || said.status === 503 ? RETRY_AFTER_SECONDS : undefined;
  }
}

/** The reason, when a failure is a service's no; undefined for an accident. */
export const refusalOf = (failure: unknown): string | undefined =>
  failure instanceof ServiceRefusal ? failure.said.reason : undefined;

const textOf = (from: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(from, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const refusalIn = (error: ServiceError): Omit<RefusalSaid, 'status'> | undefined => {
  const bytes = error.metadata?.get(REFUSAL_KEY)[0];
  if (!Buffer.isBuffer(bytes)) return undefined;
  const parsed: unknown = JSON.parse(bytes.toString('utf8'));
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const [reason, zh, en, field] = [
    textOf(parsed, 'reason'),
    textOf(parsed, 'zh'),
    textOf(parsed, 'en'),
    textOf(parsed, 'field'),
  ];
  if (reason === undefined || zh === undefined || en === undefined) return undefined;
  const details: unknown = Reflect.get(parsed, 'details');
  return { reason, zh, en, ...(field === undefined ? {} : { field }), ...(details === undefined ? {} : { details }) };
};

/** Our own token was refused: nothing the client could mend by signing in again. */
const OWN_FAULTS = new Set(['SERVICE_TOKEN_INVALID']);

/** A failed call as what the client is told. With `ifMatch`, a conflict of revisions is the failed precondition of RFC 9110. */
export const failureOf = (error: ServiceError, ifMatch: boolean): Error => {
  const refusal = refusalIn(error);
  const http = httpStatuses.get(error.code);
  if (refusal !== undefined && http !== undefined && !OWN_FAULTS.has(refusal.reason)) {
    return new ServiceRefusal({
      ...refusal,
      status: ifMatch && error.code === status.ABORTED && refusal.reason === 'REVISION_CONFLICT' ? 412 : http,
    });
  }
  if (error.code === status.DEADLINE_EXCEEDED) return new EdgeError('DEADLINE_EXCEEDED');
  if (error.code === status.UNAVAILABLE)
    return new EdgeError('UPSTREAM_UNAVAILABLE', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  if (error.code === status.RESOURCE_EXHAUSTED)
    return new EdgeError('TOO_MANY_REQUESTS', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  return new Error(`a service failed: ${error.code} ${error.details}`, { cause: error });
};
