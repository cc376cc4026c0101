import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import type { BallotFact } from '../../../src/domain/ballot/facts.ts';
import { CODES_PER_BATCH_MAX, CODES_PER_BOX_MAX } from '../../../src/domain/ballot/limits.ts';
import { after, BOX_A, BOX_B, bytes, cast, CLOSES, decided, issuing, opening, setting } from './example-ballot.ts';
import { codeSetting, codesOf, making, proposing, rejecting, usedCodes, using, voiding } from './example-codes.ts';

const notGood = { reason: 'VOTE_CODE_NOT_GOOD', field: 'code' };
const reasonOf = (answer: ReturnType<typeof decided>): string => (isRefusal(answer) ? answer.reason : 'accepted');
const closed = (tokens: number): readonly BallotFact[] => {
  const ballots = Array.from({ length: tokens }, (_, at) => cast(at + 1, at % 2));
  const facts = decided(after(...usedCodes), { type: 'CloseBallot', now: CLOSES, ballots });
  if (isRefusal(facts)) throw new Error(facts.reason);
  return facts;
};

describe('codes of a ballot', () => {
  it('are made for the box about one entry, and stand in an order that is not that of the slips', () =>
    expect(decided(after(codeSetting), making(['c', 'a', 'b']))).toMatchObject([
      { type: 'VoteCodesMade.v1', data: { batchId: 'batch', boxId: BOX_A, codes: ['a', 'b', 'c'] } },
    ]));

  it.each([
    ['of a ballot of known voters', after(setting), making(), 'BALLOT_NOT_BY_CODE'],
    ['of no ballot', after(), making(), 'NO_BALLOT'],
    [
      'about an entry that is not voted about',
      after(codeSetting),
      making(codesOf(1), { entryId: 'x' }),
      'BALLOT_UNKNOWN',
    ],
    ['none', after(codeSetting), making([]), 'VOTE_CODE_COUNT_INVALID'],
    ['beyond an order', after(codeSetting), making(codesOf(CODES_PER_BATCH_MAX + 1)), 'VOTE_CODE_COUNT_INVALID'],
    ['once the box is closed', after(codeSetting), making(codesOf(1), { now: CLOSES }), 'BALLOT_OVER'],
    ['of a round that is not open', after(codeSetting), making(codesOf(1), { isOpen: false }), 'BALLOT_OVER'],
  ])('are not made: %s', (_, ballot, order, reason) => expect(reasonOf(decided(ballot, order))).toBe(reason));

  it('are so many of a box at most; void ones make room', () => {
    const batches = CODES_PER_BOX_MAX / CODES_PER_BATCH_MAX;
    const all = Array.from({ length: batches }, (_, at) =>
      making(codesOf(CODES_PER_BATCH_MAX, `of ${at}`), { batchId: `batch-${at}` }),
    );
    const full = after(codeSetting, ...all);
    expect(decided(full, making(['more'], { batchId: 'more' }))).toEqual({
      ...{ reason: 'TOO_MANY_VOTE_CODES', field: 'count' },
      details: { max: CODES_PER_BOX_MAX, had: CODES_PER_BOX_MAX },
    });
    const other = making(['more'], { batchId: 'more', entryId: 'entry-b' });
    expect(reasonOf(decided(full, other))).toBe('accepted');
    const roomy = after(codeSetting, ...all, proposing('officer', 'batch-0'), voiding('leader', 'batch-0'));
    expect(reasonOf(decided(roomy, making(['more'], { batchId: 'more' })))).toBe('accepted');
  });

  it('are given to nobody who is known: a member of the entry’s home has no token in such a ballot', () =>
    expect(
      reasonOf(
        decided(after(codeSetting), issuing('member', { voter: { personId: 'm', homeId: 'unit-a', grants: [] } })),
      ),
    ).toBe('NOT_A_VOTER'));
});

describe('a code', () => {
  it('gives one token of its box once that is open, whatever number of others was used', () => {
    expect(decided(after(codeSetting, making(), opening), using('code-0001'))).toMatchObject([
      { type: 'VoteCodeUsed.v1', data: { boxId: BOX_A, code: 'code-0001', asked: 'asked with code-0001' } },
    ]);
  });

  it('waits for the box to open', () =>
    expect(reasonOf(decided(after(codeSetting, making()), using('code-0001')))).toBe('BOX_NOT_OPEN'));

  it('answers the very same request again, and no other', () => {
    const ballot = after(...usedCodes);
    expect(decided(ballot, using('code-0001'))).toEqual([]);
    expect(decided(ballot, using('code-0001', { asked: 'another' }))).toEqual(notGood);
  });

  it('that is unknown, void or used up is told alike', () => {
    const ballot = after(codeSetting, making(), proposing(), voiding('leader'), opening);
    expect(decided(ballot, using('code-0001'))).toEqual(notGood);
    expect(decided(ballot, using('no code'))).toEqual(notGood);
    expect(decided(after(...usedCodes), using('code-0001', { asked: 'another' }))).toEqual(notGood);
  });

  it('signs nothing that is no message, and is unused afterwards', () =>
    expect(reasonOf(decided(after(codeSetting, making(), opening), using('code-0001', { blinded: bytes(9, 1) })))).toBe(
      'BLINDED_INVALID',
    ));

  it('came late: the box is closed', () =>
    expect(reasonOf(decided(after(...usedCodes), using('code-0005', { now: CLOSES })))).toBe('BALLOT_OVER'));
});

describe('codes are void', () => {
  it('once another person than the one who proposed it says so; what was used by then stays used, and the count is told', () => {
    const asked = after(...usedCodes, proposing());
    expect(reasonOf(decided(asked, voiding('officer')))).toBe('SECOND_PERSON_NEEDED');
    expect(decided(asked, voiding('leader'))).toMatchObject([
      { type: 'VoteCodesVoided.v1', data: { proposedBy: 'officer', voidedBy: 'leader', unused: 1 } },
    ]);
  });

  it('only where somebody proposed it, once at a time; rejected they hold, and may be proposed again', () => {
    const made = after(codeSetting, making());
    expect(reasonOf(decided(made, voiding('leader')))).toBe('VOIDING_NOT_PROPOSED');
    expect(reasonOf(decided(after(codeSetting, making(), proposing()), proposing('other')))).toBe(
      'VOIDING_PROPOSED_ALREADY',
    );
    const kept = after(codeSetting, making(), proposing(), rejecting('officer'), opening);
    expect(reasonOf(decided(kept, using('code-0001')))).toBe('accepted');
    expect(reasonOf(decided(kept, proposing()))).toBe('accepted');
    expect(reasonOf(decided(after(codeSetting), proposing()))).toBe('VOTE_CODES_NOT_FOUND');
  });

  it('once: a void batch is neither void again nor kept', () => {
    const gone = after(codeSetting, making(), proposing(), voiding('leader'));
    for (const order of [proposing(), voiding('other'), rejecting('other')])
      expect(reasonOf(decided(gone, order))).toBe('VOTE_CODES_VOID_ALREADY');
  });
});

describe('votes by codes', () => {
  it('are counted where enough came: what is issued is what was used, however many were printed', () =>
    expect(closed(5).at(-1)).toMatchObject({
      data: {
        boxes: [
          { boxId: BOX_A, issued: 5, cast: 5, why: null },
          { boxId: BOX_B, issued: 0, cast: 0 },
        ],
      },
    }));

  it('are opened by nobody where too few came', () => {
    const facts = closed(4);
    expect(facts.at(-1)).toMatchObject({
      data: { boxes: [{ cast: 4, counts: null, why: 'VOTERS_BELOW_MINIMUM' }, {}] },
    });
    const opened = facts.flatMap((fact) => (fact.type === 'BallotsOpened.v1' ? fact.data.ballots : []));
    expect(opened.map(({ level }) => level)).toEqual([null, null, null, null]);
  });

  it('enter the log in the same bytes in whatever order codes were used: nothing but their number is of a code', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...codesOf(6)], { minLength: 5, maxLength: 5 }), (order) => {
        const ballot = after(codeSetting, making(), opening, ...order.map((code) => using(code)));
        const ballots = [0, 1, 2, 3, 4].map((at) => cast(at + 1, at % 2));
        expect(decided(ballot, { type: 'CloseBallot', now: CLOSES, ballots })).toEqual(closed(5));
      }),
    ));

  it('are no more than codes were used', () => expect(() => closed(6)).toThrow('more ballots than tokens'));
});
