import { describe, expect, it } from '@jest/globals';
import { UNCOUNTED } from '../../../src/domain/paper-box/state.ts';
import { after as roundAfter } from '../round/example-round.ts';
import {
  after,
  answer,
  by,
  closed,
  confirm,
  contradict,
  count,
  counted,
  entry,
  factsOf,
  HASH,
  opening,
} from './example-paper-box.ts';

describe('papers are counted by two persons', () => {
  it('who each saw the papers: whoever counted does not confirm', () => {
    const waiting = after(by('organizer', count('c1')));
    expect(answer(waiting, by('organizer', confirm('c1')))).toBe('COUNTED_BY_YOU');
    expect(answer(waiting, by('inspector', confirm('c1')))).toBe('PaperCountConfirmed');
    expect(answer(counted(), by('third', confirm('c1')))).toBe('COUNT_SETTLED');
    expect(answer(waiting, by('inspector', confirm('c9')))).toBe('COUNT_NOT_FOUND');
  });

  it('who are tellers, and none of those who are voted on', () => {
    expect(answer(UNCOUNTED, by('nobody', count('c1')))).toBe('NOT_A_TELLER');
    expect(answer(UNCOUNTED, by('secretary', count('c1')))).toBe('NOT_A_TELLER');
    expect(answer(UNCOUNTED, by('elsewhere', count('c1')))).toBe('NOT_A_TELLER');
    const concerned = { ...by('organizer', count('c1')) };
    const ground = {
      ...concerned.ground,
      entries: concerned.ground.entries.map((one) => ({ ...one, own: one.entryId === 'entry-b' })),
    };
    expect(answer(UNCOUNTED, { ...concerned, ground })).toBe('OWN_ENTRY');
    const waiting = after(by('inspector', count('c1')));
    for (const order of [confirm('c1'), contradict('c1')])
      expect(answer(waiting, { ...by('organizer', order), ground })).toBe('OWN_ENTRY');
  });

  it('one count at a time: what waits is settled before it is counted again', () => {
    const waiting = after(by('organizer', count('c1')));
    expect(answer(waiting, by('third', count('c2')))).toBe('COUNT_WAITS');
    const contradicted = after(by('organizer', count('c1')), by('inspector', contradict('c1')));
    expect(answer(contradicted, by('organizer', count('c2')))).toBe('PaperCounted');
    expect(answer(waiting, by('organizer', contradict('c1', '录错了一行。')))).toBe('PaperCountContradicted');
    expect(answer(waiting, by('inspector', contradict('c1', ' ')))).toBe('TEXT_EMPTY');
  });

  it('with the tally sheet', () => {
    for (const evidence of [[], ['x'], [HASH, HASH]])
      expect(answer(UNCOUNTED, by('organizer', count('c1', [entry()], { evidence })))).toBe('EVIDENCE_INVALID');
  });
});

describe('what was counted', () => {
  it.each([
    ['levels that are fewer than the valid papers', { marks: [5, 2, 0, 4, 4, 0] }, 'COUNT_DOES_NOT_ADD_UP'],
    ['a second question that does not add up', { marks: [5, 2, 1, 4, 4, 1] }, 'COUNT_DOES_NOT_ADD_UP'],
    ['a question too few', { marks: [5, 2, 1] }, 'COUNT_DOES_NOT_ADD_UP'],
    ['more invalid papers than found', { invalid: 10 }, 'COUNT_NUMBERS_INVALID'],
    ['less than nothing', { marks: [9, -1, 0, 4, 4, 0] }, 'COUNT_NUMBERS_INVALID'],
    ['half a paper', { handedOut: 10.5 }, 'COUNT_NUMBERS_INVALID'],
    ['more than there can be', { handedOut: 20_001 }, 'COUNT_NUMBERS_INVALID'],
    ['levels of a void box', { found: 11 }, 'COUNT_OF_VOID_BOX'],
    ['an entry of another round', { entryId: 'entry-z' }, 'ENTRY_NOT_IN_ROUND'],
  ])('is refused with %s', (_what, over, reason) => {
    expect(answer(UNCOUNTED, by('organizer', count('c1', [entry(over)])))).toBe(reason);
  });

  it('is of one entry or of many, each once', () => {
    expect(answer(UNCOUNTED, by('organizer', count('c1', [])))).toBe('COUNT_NOT_WHOLE');
    expect(answer(UNCOUNTED, by('organizer', count('c1', [entry(), entry()])))).toBe('COUNT_NOT_WHOLE');
    expect(answer(UNCOUNTED, by('organizer', count('c1', [entry()])))).toBe('PaperCounted');
  });

  it('is of a poll that is held on paper', () => {
    expect(answer(UNCOUNTED, by('organizer', count('c1'), { sourceId: 'other' }))).toBe('NO_PAPER_BOX');
    expect(answer(UNCOUNTED, by('organizer', count('c1'), { round: roundAfter() }))).toBe('ROUND_NOT_FOUND');
  });
});

describe('what stands is corrected', () => {
  const again = count('c2', [entry({ marks: [6, 1, 1, 4, 4, 0] })], { why: '复核发现一张归错。' });

  it('by two others, with a reason', () => {
    expect(answer(counted(), by('organizer', again))).toBe('COUNTED_BY_YOU');
    expect(answer(counted(), by('inspector', again))).toBe('COUNTED_BY_YOU');
    expect(answer(counted(), by('third', { ...again, why: '' } as typeof again))).toBe('TEXT_EMPTY');
    expect(answer(counted(), by('third', again))).toBe('PaperCounted');
    const waiting = after(by('organizer', count('c1')), by('inspector', confirm('c1')), by('third', again));
    for (const who of ['organizer', 'inspector', 'third'] as const)
      expect(answer(waiting, by(who, confirm('c2')))).toBe('COUNTED_BY_YOU');
    expect(answer(waiting, by('fourth', confirm('c2')))).toBe('PaperCountConfirmed');
  });

  it('also behind the vote, until the box is opened: then it stands', () => {
    const late = { round: closed() };
    expect(answer(counted(), by('third', again, late))).toBe('PaperCounted');
    const opened = factsOf(counted(), by('organizer', opening, late));
    expect(opened).toHaveLength(1);
    const stands = after(by('organizer', count('c1')), by('inspector', confirm('c1')), by('organizer', opening, late));
    for (const order of [again, confirm('c1'), contradict('c1'), opening])
      expect(answer(stands, by('third', order, late))).toBe('PAPER_BOX_OPENED');
  });
});

describe('a box is opened', () => {
  const late = { round: closed() };
  const openedWith = (over: Parameters<typeof entry>[0]) =>
    factsOf(
      after(by('organizer', count('c1', [entry(over), entry({ entryId: 'entry-b' })])), by('inspector', confirm('c1'))),
      by('third', opening, late),
    )[0]?.data;

  it('when the vote is over and two persons have counted about every entry', () => {
    expect(answer(counted(), by('third', opening))).toBe('PAPER_BOX_NOT_CLOSED');
    expect(answer(UNCOUNTED, by('third', opening, late))).toBe('COUNTS_MISSING');
    const one = after(by('organizer', count('c1', [entry()])), by('inspector', confirm('c1')));
    expect(answer(one, by('third', opening, late))).toBe('COUNTS_MISSING');
    const waiting = after(by('organizer', count('c1')));
    expect(answer(waiting, by('third', opening, late))).toBe('COUNTS_MISSING');
    expect(answer(counted(), by('third', opening, late))).toBe('PaperBoxOpened');
  });

  it('with what the result reads: the valid papers and their answers', () => {
    expect(openedWith({})).toMatchObject({
      ...{ turnout: 8_000, least: 5, levels: ['good', 'fair', 'poor'], questions: ['work', 'style'] },
      entries: [
        {
          ...{ entryId: 'entry-a', countId: 'c1', countedBy: ['organizer', 'inspector-1'] },
          ...{ handedOut: 10, found: 9, invalid: 1, cast: 8, counts: [5, 2, 1, 4, 4, 0], why: null },
        },
        { entryId: 'entry-b' },
      ],
    });
  });

  it.each([
    ['more papers than were handed out', { found: 11, invalid: 0, marks: [] }, 0, 'BOX_VOID'],
    [
      'a group under five',
      { handedOut: 4, found: 4, invalid: 0, marks: [4, 0, 0, 4, 0, 0] },
      4,
      'VOTERS_BELOW_MINIMUM',
    ],
    [
      'five papers of which one is invalid',
      { handedOut: 5, found: 5, marks: [4, 0, 0, 4, 0, 0] },
      4,
      'VOTERS_BELOW_MINIMUM',
    ],
    [
      'too few of those who took one',
      { handedOut: 10, found: 7, invalid: 0, marks: [7, 0, 0, 7, 0, 0] },
      7,
      'TURNOUT_BELOW_FLOOR',
    ],
    ['no meeting at all', { handedOut: 0, found: 0, invalid: 0, marks: [0, 0, 0, 0, 0, 0] }, 0, 'VOTERS_BELOW_MINIMUM'],
  ])('without the answers where there are %s', (_what, over, cast, why) => {
    expect(openedWith(over)).toMatchObject({ entries: [{ cast, counts: null, why }, {}] });
  });
});

describe('papers that are voted at a meeting on record', () => {
  const at = (attendance: number | null, handedOut = 10) => {
    const order = by('organizer', count('c1', [entry({ handedOut })]));
    return { ...order, ground: { ...order.ground, attendance } };
  };

  it('are no more than people were present; while none is on record nobody was', () => {
    expect(answer(UNCOUNTED, at(10))).toBe('PaperCounted');
    expect(answer(UNCOUNTED, at(9))).toBe('PAPERS_BEYOND_PRESENT');
    expect(answer(UNCOUNTED, at(0))).toBe('PAPERS_BEYOND_PRESENT');
    expect(answer(UNCOUNTED, at(null))).toBe('PaperCounted');
  });

  it('are not opened where the record was put right since and says that fewer were there', () => {
    const order = by('organizer', opening, { round: closed() });
    const beyond = { ...order, ground: { ...order.ground, attendance: 9 } };
    expect(answer(counted(), beyond)).toBe('PAPERS_BEYOND_PRESENT');
    expect(answer(counted(), order)).toBe('PaperBoxOpened');
  });

  it('are none where no meeting was held: such a box is counted all the same', () => {
    const order = by(
      'organizer',
      count('c1', [entry({ handedOut: 0, found: 0, invalid: 0, marks: [0, 0, 0, 0, 0, 0] })]),
    );
    expect(answer(UNCOUNTED, { ...order, ground: { ...order.ground, attendance: 0 } })).toBe('PaperCounted');
  });
});
