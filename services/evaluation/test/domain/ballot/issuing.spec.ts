import { describe, expect, it } from '@jest/globals';
import { isBytes } from '../../../src/domain/ballot/bytes.ts';
import {
  after,
  asks,
  BOX_A,
  BOX_B,
  bytes,
  decided,
  ISSUE_UNTIL,
  issued,
  issuing,
  opening,
  setting,
  voterOf,
} from './example-ballot.ts';

describe('tokens', () => {
  it('are issued in the share of the time that the template says, from the opening on', () =>
    expect(after(setting)).toMatchObject({ kind: 'issuing', issueUntil: ISSUE_UNTIL }));

  it('are set once: a second opening changes nothing', () => expect(decided(after(setting), setting)).toEqual([]));

  it('are for the boxes of one’s own home, and the fact holds nothing of the request but its fingerprint', () =>
    expect(decided(after(setting), issuing('voter-0'))).toEqual([
      {
        type: 'TokensIssued.v1',
        data: {
          ...{ ballotId: 'ballot', roundId: 'round', editionId: 'edition', sourceId: 'poll', personId: 'voter-0' },
          ...{ grantId: 'grant of voter-0', boxIds: [BOX_A], asked: 'asked by voter-0' },
        },
      },
    ]));

  it('are issued once: the same request is answered again, another one is refused', () => {
    const ballot = after(setting, issuing('voter-0'));
    expect(decided(ballot, issuing('voter-0'))).toEqual([]);
    expect(decided(ballot, issuing('voter-0', { asked: 'another', requests: asks(BOX_A, 9) }))).toEqual({
      reason: 'TOKENS_ISSUED_ALREADY',
      field: 'requests',
    });
  });

  it('are issued no longer once the time for it is over, nor to whoever asks again with what he asked before', () => {
    expect(decided(after(setting), issuing('voter-0', { now: ISSUE_UNTIL }))).toMatchObject({ reason: 'ISSUING_OVER' });
    expect(decided(after(...issued, opening), issuing('voter-0'))).toMatchObject({ reason: 'ISSUING_OVER' });
  });

  it.each([
    ['somebody without the role', voterOf('expert', 'unit-a', 'expert')],
    ['somebody of a home without an entry', voterOf('other', 'unit-c')],
  ])('are not for %s', (_, voter) =>
    expect(decided(after(setting), issuing('x', { voter }))).toEqual({ reason: 'NOT_A_VOTER', field: 'sourceId' }),
  );

  it.each([
    ['none', []],
    ['one for another box', asks(BOX_B)],
    ['two for one box', [...asks(), ...asks(BOX_A, 8)]],
  ])('are asked for box by box, neither more nor fewer: not %s', (_, requests) =>
    expect(decided(after(setting), issuing('voter-0', { requests }))).toMatchObject({ reason: 'TOKENS_MISCOUNTED' }),
  );

  it('are asked for with a blinded message of the key’s length', () =>
    expect(
      decided(after(setting), issuing('voter-0', { requests: [{ boxId: BOX_A, blinded: bytes(255, 1) }] })),
    ).toMatchObject({ reason: 'BLINDED_INVALID', field: 'requests[0].blinded' }));

  it('are written in one way only: one token is not several', () => {
    const token = Buffer.alloc(32, 0xff).toString('base64url');
    const other = `${token.slice(0, -1)}9`;
    expect(Buffer.from(other, 'base64url').equals(Buffer.from(token, 'base64url'))).toBe(true);
    expect([isBytes(token, 32), isBytes(other, 32), isBytes(`${token}=`, 32)]).toEqual([true, false, false]);
    const signature = Buffer.alloc(256, 0xff).toString('base64url');
    expect([isBytes(signature, 256), isBytes(`${signature.slice(0, -1)}x`, 256)]).toEqual([true, false]);
  });
});

describe('boxes', () => {
  it('open when issuing is over, and not before', () =>
    expect(decided(after(setting), { type: 'OpenBoxes', now: '2026-10-20T23:59:59.999Z' })).toMatchObject({
      reason: 'ISSUING_NOT_OVER',
    }));

  it('of too few tokens never open', () => {
    expect(decided(after(...issued), opening)).toMatchObject([
      {
        type: 'BoxesOpened.v1',
        data: {
          boxes: [
            { boxId: BOX_A, issued: 6, open: true },
            { boxId: BOX_B, issued: 4, open: false },
          ],
        },
      },
    ]);
    expect(after(...issued, opening)).toMatchObject({ kind: 'voting', openBoxes: [BOX_A] });
  });

  it('open once', () => expect(decided(after(...issued, opening), opening)).toEqual([]));
});
