import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { failureOf, ServiceRefusal } from '../src/adapters/grpc/refusal-from-grpc.ts';
import { EdgeError } from '../src/application/problem.ts';
import { refusal } from './fake-services.ts';

const failed = (code: status, reason = 'SOME_REASON', ifMatch = false): Error =>
  failureOf(refusal(code, reason, { field: 'title' }) as unknown as ServiceError, ifMatch);
const bare = (code: status): Error =>
  failureOf(Object.assign(new Error('x'), { code, details: 'x', metadata: new Metadata() }), false);
const saidBy = (error: Error): unknown =>
  error instanceof ServiceRefusal || error instanceof EdgeError ? error.said : error.message;

describe("a service's refusal", () => {
  it.each([
    [status.INVALID_ARGUMENT, 400],
    [status.UNAUTHENTICATED, 401],
    [status.PERMISSION_DENIED, 403],
    [status.NOT_FOUND, 404],
    [status.ALREADY_EXISTS, 409],
    [status.FAILED_PRECONDITION, 409],
    [status.ABORTED, 409],
    [status.RESOURCE_EXHAUSTED, 429],
    [status.UNAVAILABLE, 503],
  ])('of gRPC status %i is HTTP %i, with its reason, field and both texts', (code, http) => {
    expect(saidBy(failed(code))).toEqual({
      status: http,
      reason: 'SOME_REASON',
      field: 'title',
      zh: '不行。',
      en: 'No.',
    });
  });

  it('of a revision the client named is a failed precondition', () => {
    expect(saidBy(failed(status.ABORTED, 'REVISION_CONFLICT', true))).toMatchObject({
      status: 412,
      reason: 'REVISION_CONFLICT',
    });
    expect(saidBy(failed(status.ABORTED, 'REVISION_CONFLICT', false))).toMatchObject({ status: 409 });
  });

  it('of our own token is our fault, not the client’s', () => {
    expect(failed(status.UNAUTHENTICATED, 'SERVICE_TOKEN_INVALID')).not.toBeInstanceOf(ServiceRefusal);
  });
});

describe('a call that broke', () => {
  it('by its deadline tells that the outcome is unknown', () => {
    expect(saidBy(bare(status.DEADLINE_EXCEEDED))).toMatchObject({ status: 504, reason: 'DEADLINE_EXCEEDED' });
  });

  it('because nobody was there says when to come back', () => {
    expect(bare(status.UNAVAILABLE)).toMatchObject({ reason: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 1 });
  });

  it('inside is an accident that is not told', () => {
    expect(bare(status.INTERNAL)).not.toBeInstanceOf(EdgeError);
    expect(bare(status.PERMISSION_DENIED)).not.toBeInstanceOf(ServiceRefusal);
  });
});
