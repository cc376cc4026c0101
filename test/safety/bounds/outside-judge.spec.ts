import { describe, expect, it } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { acceptedFault, tokenFault } from './outside-judge.ts';

const said = (code: status, reason = '', field = '') => ({
  code,
  details: '',
  answer: Buffer.alloc(0),
  refusal: reason === '' ? undefined : { reason, ...(field === '' ? {} : { field }) },
});

/** Planted breaches: each is what some list did once. */
describe('the judge of tokens and numbers from outside', () => {
  it.each([
    ['a list that begins anew at what it can not read', said(status.OK)],
    ['a number too large for the database', said(status.INTERNAL)],
    ['a refusal that does not name the field', said(status.INVALID_ARGUMENT, 'PAGE_TOKEN_INVALID')],
    ['a refusal for something else', said(status.INVALID_ARGUMENT, 'FIELD_TOO_LONG', 'pageToken')],
  ])('finds %s', (_, answer) => expect(tokenFault(answer)).toBeDefined());

  it.each([
    said(status.INVALID_ARGUMENT, 'PAGE_TOKEN_INVALID', 'pageToken'),
    said(status.PERMISSION_DENIED, 'NO_GRANT'),
    said(status.NOT_FOUND, 'RESOURCE_NOT_FOUND'),
  ])('lets a refusal be', (answer) => expect(tokenFault(answer)).toBeUndefined());

  it('finds an order that was taken, not a question that was answered', () => {
    expect(acceptedFault(status.OK, false)).toBeDefined();
    expect(acceptedFault(status.OK, true)).toBeUndefined();
    expect(acceptedFault(status.INVALID_ARGUMENT, false)).toBeUndefined();
  });
});
