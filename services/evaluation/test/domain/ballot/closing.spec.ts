import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Ballot } from '../../../src/domain/ballot/state.ts';
import { takeBallot } from '../../../src/domain/ballot/hand-in.ts';
import {
  after,
  BOX_A,
  BOX_B,
  bytes,
  cast,
  CLOSES,
  decided,
  issued,
  issuing,
  opening,
  voters,
} from './example-ballot.ts';

const voting = after(...issued, opening);
const closing = (...ballots: readonly ReturnType<typeof cast>[]) =>
  ({ type: 'CloseBallot', now: CLOSES, ballots }) as const;
const five = [cast(5, 0), cast(1, 1), cast(4, 0), cast(2, 0), cast(3, 1)];

describe('a ballot that is handed in', () => {
  const ballot = { boxId: BOX_A, token: bytes(32, 1), signature: bytes(256, 1), level: 'poor', marks: [] };
  const time = { isOpen: true, closesAt: CLOSES, now: '2026-10-22T00:00:00.000Z' };

  it('is taken while the box is open', () =>
    expect(takeBallot(voting, ballot, time)).toMatchObject({ box: { boxId: BOX_A }, choice: { level: 1 } }));

  it.each([
    ['a ballot that there is not', { state: after() }, 'BALLOT_UNKNOWN'],
    ['a box that there is not', { changed: { boxId: 'other' } }, 'BALLOT_UNKNOWN'],
    ['while tokens are issued', { state: after(...issued) }, 'BOX_NOT_OPEN'],
    ['after the end', { at: { now: CLOSES } }, 'BOX_CLOSED'],
    ['in a round that is closed', { at: { isOpen: false } }, 'BOX_CLOSED'],
    ['after the opening', { state: after(...issued, opening, closing(...five)) }, 'BOX_CLOSED'],
    ['in a box of too few', { changed: { boxId: BOX_B } }, 'GROUP_TOO_SMALL'],
    ['with another level', { changed: { level: 'splendid' } }, 'LEVEL_UNKNOWN'],
    ['with a token that is too short', { changed: { token: 'AA' } }, 'TOKEN_INVALID'],
  ])('is refused: %s', (_, given, reason) => {
    const { state = voting, changed = {}, at = {} } = given as { state?: Ballot; changed?: object; at?: object };
    expect(takeBallot(state, { ...ballot, ...changed }, { ...time, ...at })).toMatchObject({ reason });
  });
});

describe('the closing', () => {
  it('counts what was cast, and stores tokens and choices sorted by token', () => {
    const [opened, closed] = decided(voting, closing(...five)) as readonly { data: Record<string, unknown> }[];
    expect(opened?.data['ballots']).toEqual(
      [1, 2, 3, 4, 5].map((token) => ({
        ...{ boxId: BOX_A, token: bytes(32, token), signature: bytes(256, token) },
        level: [2, 4, 5].includes(token) ? 'good' : 'poor',
      })),
    );
    expect(closed?.data['boxes']).toEqual([
      { boxId: BOX_A, entryId: 'entry-a', issued: 6, cast: 5, counts: [3, 2], why: null },
      { boxId: BOX_B, entryId: 'entry-b', issued: 4, cast: 0, counts: null, why: 'VOTERS_BELOW_MINIMUM' },
    ]);
  });

  it('stores the same bytes, in whatever order ballots fell', () => {
    const wanted = JSON.stringify(decided(voting, closing(...five)));
    fc.assert(
      fc.property(fc.shuffledSubarray(five, { minLength: five.length }), (shuffled) => {
        expect(JSON.stringify(decided(voting, closing(...shuffled)))).toBe(wanted);
      }),
    );
  });

  it.each([
    ['a group that is too small', five.slice(0, 4), 'VOTERS_BELOW_MINIMUM'],
    ['nobody', [], 'VOTERS_BELOW_MINIMUM'],
  ])('reveals no choice of %s', (_, ballots, why) => {
    const facts = decided(voting, closing(...ballots));
    expect(JSON.stringify(facts)).not.toMatch(/"level":"|"counts":\[/u);
    expect(facts).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({
          boxes: expect.arrayContaining([expect.objectContaining({ boxId: BOX_A, why })]),
        }),
      }),
    );
  });

  it('reveals no choice below the floor of the turnout', () => {
    const nine = after(...issued, ...voters(3, 20).map((one) => issuing(one)), opening);
    expect(decided(nine, closing(...five))).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({
          boxes: expect.arrayContaining([
            expect.objectContaining({ issued: 9, cast: 5, counts: null, why: 'TURNOUT_BELOW_FLOOR' }),
          ]),
        }),
      }),
    );
  });

  it('never holds more ballots than tokens, nor one token twice', () => {
    expect(() => decided(voting, closing(...five, cast(6, 0), cast(7, 0)))).toThrow('more ballots than tokens');
    expect(() => decided(voting, closing(cast(1, 0), cast(1, 1)))).toThrow('came twice');
  });

  it('is once: what is closed is never opened again, nor annulled', () => {
    const closed = after(...issued, opening, closing(...five));
    expect(decided(closed, closing(cast(6, 0)))).toEqual([]);
    expect(decided(closed, { type: 'AnnulBallot', now: CLOSES })).toEqual([]);
  });

  it('of a round that is annulled before reads nothing', () => {
    expect(decided(voting, { type: 'AnnulBallot', now: CLOSES })).toEqual([
      {
        type: 'BallotAnnulled.v1',
        data: { ballotId: 'ballot', roundId: 'round', editionId: 'edition', sourceId: 'poll' },
      },
    ]);
    expect(decided(after(...issued, { type: 'AnnulBallot', now: CLOSES }), closing())).toEqual([]);
  });
});
