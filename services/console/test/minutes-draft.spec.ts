import { describe, expect, it } from '@jest/globals';
import {
  depart,
  exceededBy,
  lackingIn,
  type Minutes,
  NO_AWARD,
  NO_MINUTES,
  openEdges,
  restoreMinutes,
  sentMinutes,
} from '../src/pages/rounds/minutes-draft.ts';
import { instantOf, termsOf } from '../src/pages/rounds/proposal-terms.ts';
import type { AwardRule, Rules } from '../src/pages/rounds/rules.ts';

type Would = Parameters<typeof openEdges>[0];

const rule = (id: string, count: number): AwardRule => ({
  ...{ id, zh: id, en: id, to: 'entry', gives: 'honour', decide: 'party', order: [], pick: { by: 'first', count } },
});
const rules: Rules = {
  ...{
    measures: [],
    ballots: [],
    sources: [],
    seating: [],
    parties: [],
    phase: undefined,
    secondNotice: true,
    parameters: {},
  },
  outcome: [rule('first', 1), rule('second', 1)],
};
const entry = (entryId: string, rankBefore: number, awardsBefore: string[], openBefore: string[] = []) => ({
  ...{ entryId, rankBefore, rankAfter: rankBefore, scoreBefore: 1, scoreAfter: 1, entryName: null },
  ...{ awardsBefore, awardsAfter: awardsBefore, openBefore, openAfter: openBefore },
});
const would = (entries: Would['entries']): Would => ({
  ...{ whatIf: true, resultHash: 'h', outcome: 'computed', decimalsBefore: 2, decimalsAfter: 2, awardsProblem: null },
  ...{ rules: [], entries },
});
const plain = would([entry('a', 1, ['first']), entry('b', 2, ['second']), entry('c', 3, [])]);
const whole: Minutes = {
  ...NO_MINUTES,
  ...{ minutesNumber: '1', meetingOn: '2024-12-11', present: ['p'], file: { sha256: 'f', name: 'f.pdf' } },
};

describe('minutes as they are written', () => {
  it('tell what is lacking in the order of the form', () => {
    expect(lackingIn(NO_MINUTES, plain, rules)).toEqual(['number', 'day', 'present', 'file']);
    expect(lackingIn(whole, plain, rules)).toEqual([]);
  });

  it('want a reason for each departure, and none once it is taken back', () => {
    const departed = depart(whole, 'a', 'first', NO_AWARD);
    expect(lackingIn(departed, plain, rules)).toEqual(['departure']);
    expect(depart(departed, 'a', 'first', 'first').departures).toEqual([]);
  });

  it('want a reason where more is given than planned', () => {
    const departed = depart(whole, 'c', NO_AWARD, 'second');
    expect(exceededBy(departed, plain, rules)).toEqual(['second']);
    expect(lackingIn(departed, plain, rules)).toEqual(['departure', 'exceeding']);
    const swapped = depart(depart(whole, 'c', NO_AWARD, 'second'), 'b', 'second', NO_AWARD);
    expect(exceededBy(swapped, plain, rules)).toEqual([]);
  });

  it('want a choice where ranks are equal at an edge', () => {
    const tied = would([entry('a', 1, ['first']), entry('b', 2, [], ['second']), entry('c', 2, [], ['second'])]);
    expect(openEdges(tied)).toEqual([{ rule: 'second', entryIds: ['b', 'c'] }]);
    expect(lackingIn(whole, tied, rules)).toEqual(['choice']);
    const chosen = { ...whole, choices: [{ rule: 'second', entryIds: ['b'], reason: 'r' }] };
    expect(lackingIn(chosen, tied, rules)).toEqual([]);
    expect(sentMinutes(chosen, tied, rules).choices).toEqual([{ rule: 'second', entryIds: ['b'], reason: 'r' }]);
  });

  it('are sent without reasons that nothing asks for any more', () => {
    const idle = { ...whole, exceeding: [{ rule: 'second', reason: 'r' }] };
    expect(sentMinutes(idle, plain, rules)).toMatchObject({ exceeding: [], resultHash: 'h', file: 'f' });
  });

  it('are restored from a draft of theirs, and from nothing else', () => {
    expect(restoreMinutes({ ...whole })).toEqual(whole);
    expect([restoreMinutes(null), restoreMinutes('x'), restoreMinutes({ other: 1 })]).toEqual([null, null, null]);
  });
});

describe('the terms of a proposal', () => {
  it('say moments of the committee’s clock, wherever the browser stands', () => {
    expect(instantOf('2024-12-12T18:00')).toBe('2024-12-12T10:00:00.000Z');
    expect(termsOf('ReopenRound', { seatIds: ['s'], until: '2024-12-12T18:00', reason: 'wrong-sheet' })).toEqual({
      ...{ act: 'ReopenRound', seatIds: ['s'], reason: 'wrong-sheet', until: '2024-12-12T10:00:00.000Z' },
    });
  });
});
