import { describe, expect, it } from '@jest/globals';
import { drawnOrder } from '../../../src/domain/contest/draw-order.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import {
  after,
  answer,
  carryOut,
  close,
  factsOf,
  INSPECTOR,
  LEADER,
  NOW,
  OFFICE,
  propose,
  untilOpen,
} from '../round/example-round.ts';
import {
  call,
  drawing,
  FIRST,
  judged,
  LOT,
  opened,
  openWith,
  putOff,
  SECOND,
  shown,
  markedByAll,
  THIRD,
} from './example-contest.ts';

const ENTRIES = ['entry-a', 'entry-b', 'entry-c'];
const ORDER = drawnOrder({ secret: FIRST.secret, lot: LOT, entryIds: ENTRIES });
const [first = '', second = '', third = ''] = ORDER.map((entryId) => entryId.replace('entry-', ''));
const contestOf = (round: Round) => {
  if (!('contest' in round)) throw new Error('the round does not run');
  return round.contest;
};

describe('the order of appearance', () => {
  it('is committed to with the opening, and drawn from that and the digits that were said; the next secret is fixed at once', () => {
    const open = after(...opened);
    expect(contestOf(open)).toMatchObject({ commitment: FIRST.commitment, order: null });
    expect(factsOf(open, drawing())).toMatchObject([
      {
        type: 'OrderDrawn.v1',
        data: { commitment: FIRST.commitment, secret: FIRST.secret, lot: LOT, entryIds: ORDER, reason: null },
      },
      { type: 'OrderCommitted.v1', data: { commitment: SECOND.commitment } },
    ]);
  });

  it('is drawn from nothing else than what was committed to', () =>
    expect(answer(after(...opened), drawing(LOT, { secret: 'another', next: SECOND }))).toBe('DRAW_BROKEN roundId'));

  it.each(['', '12a', ' 1', '1'.repeat(21), '一'])('takes digits and nothing else: not %j', (lot) =>
    expect(answer(after(...opened), drawing(lot))).toBe('LOT_INVALID lot'),
  );

  it('is drawn once by one person; again by two, of two roles, until somebody is called', () => {
    const drawn = after(...opened, drawing());
    expect(answer(drawn, drawing())).toBe('ORDER_DRAWN_ALREADY roundId');
    const proposal = propose({ act: 'RedrawOrder', lot: '7', reason: 'not-public' }, 'again', OFFICE, NOW);
    const means = { now: NOW, order: { secret: SECOND.secret, next: THIRD } };
    const asked = after(...opened, drawing(), proposal);
    expect(answer(asked, carryOut('again', OFFICE, means))).toMatch(/^SECOND_/u);
    const again = after(...opened, drawing(), proposal, carryOut('again', LEADER, means));
    expect(contestOf(again).draws).toMatchObject([{ reason: null }, { reason: 'not-public', lot: '7' }]);
    expect(contestOf(again).order).toEqual(drawnOrder({ secret: SECOND.secret, lot: '7', entryIds: ENTRIES }));
    expect(answer(after(...opened, drawing(), call(first)), proposal)).toBe('CONTEST_BEGUN roundId');
  });

  it('is not drawn where the template leaves it open, nor in a round that is no contest, nor after its end', () => {
    expect(answer(after(...openWith({ order: 'given' })), drawing())).toBe('ORDER_NOT_BY_LOT roundId');
    expect(answer(after(...untilOpen), drawing())).toBe('NOT_A_CONTEST roundId');
    expect(answer(after(...opened, close), drawing())).toBe('ROUND_CLOSED roundId');
  });

  it('calls nobody before it is drawn, and then the next alone', () => {
    expect(answer(after(...opened), call('a'))).toBe('ORDER_NOT_DRAWN roundId');
    const drawn = after(...opened, drawing());
    expect(answer(drawn, call(second))).toBe('ENTRY_NOT_NEXT entryId');
    expect(answer(drawn, call(first))).toBe('EntryCalled');
  });

  it('lets whoever is not there appear behind the others, and calls him again at the end', () => {
    const round = after(...opened, drawing(), putOff(first), ...judged(second));
    expect(answer(round, call(first))).toBe('ENTRY_NOT_NEXT entryId');
    expect(answer(round, putOff(first))).toBe('ENTRY_NOT_NEXT entryId');
    expect(answer(after(...opened, drawing(), putOff(first), ...judged(second), ...judged(third)), call(first))).toBe(
      'EntryCalled',
    );
  });

  it('passes over who was taken out, and lets who came back after the draw appear behind it', () => {
    const out = { type: 'TakeOutEntry', now: NOW, entryId: `entry-${first}`, reason: 'blocked' } as const;
    const back = { type: 'PutBackEntry', now: NOW, entryId: `entry-${first}`, reason: 'block-lifted' } as const;
    expect(answer(after(...opened, drawing(), out), call(first))).toBe('ENTRY_OUT_ALREADY entryId');
    expect(answer(after(...opened, drawing(), out), call(second))).toBe('EntryCalled');
    const late = after(...opened, out, drawing(), back);
    expect(contestOf(late).order).toHaveLength(2);
    const two = contestOf(late).order?.map((entryId) => entryId.replace('entry-', '')) ?? [];
    expect(answer(late, call(first))).toBe('ENTRY_NOT_NEXT entryId');
    expect(answer(after(...opened, out, drawing(), back, ...two.flatMap(judged)), call(first))).toBe('EntryCalled');
  });

  it('takes off the stage who is taken out while he stands on it', () => {
    const out = { type: 'TakeOutEntry', now: NOW, entryId: `entry-${first}`, reason: 'withdrawn' } as const;
    expect(answer(after(...opened, drawing(), call(first), out), call(second))).toBe('EntryCalled');
  });

  it('is whoever’s turn it is where none is drawn', () => {
    const open = after(...openWith({ order: 'given' }));
    expect(answer(open, call('c'))).toBe('EntryCalled');
    expect(answer(open, call('x'))).toBe('ENTRY_NOT_IN_ROUND entryId');
  });

  it('is another’s to say once a score was shown: inspection alone carries out', () => {
    const sheets = markedByAll(first, 4_000);
    const round = after(...opened, drawing(), ...judged(first), ...shown(first, sheets));
    const again = propose(
      { act: 'ReopenEntry', entryId: `entry-${first}`, seatIds: ['expert-1'], reason: 'wrong-marks' },
      'again',
      OFFICE,
      NOW,
    );
    expect(answer(round, again)).toBe('ActProposed');
    const proposed = after(...opened, drawing(), ...judged(first), ...shown(first, sheets), again);
    expect(answer(proposed, carryOut('again', LEADER, { now: NOW }))).toMatch(/^SECOND_/u);
    expect(answer(proposed, carryOut('again', INSPECTOR, { now: NOW }))).toBe('EntryReopened');
  });
});
