import { describe, expect, it } from '@jest/globals';
import {
  answerOf,
  type AskedWhen,
  monthsBetween,
  STANDING,
  type SubjectKnown,
} from '../../src/domain/needs/answers.ts';
import { COMMITTEE, EDITION, SERIES } from './edition-sample.ts';
import { aged, unnamed } from './need-sample.ts';

describe('what the platform knows', () => {
  const when: AskedWhen = {
    asOf: '2021-03-01',
    today: '2021-11-03',
    editionId: EDITION,
    committeeId: COMMITTEE,
    seriesId: SERIES,
    year: 2021,
    ahead: false,
  };
  const honour = {
    ...{ code: 'demonstration.point', seriesId: SERIES, editionId: 'edition-2019', awardYear: 2019 },
    ...{ grantedBy: COMMITTEE, until: '' },
  };
  const known: SubjectKnown = {
    organization: { kind: 'branch', foundedOn: '2020-03-02', children: 2 },
    honours: [honour, { ...honour, code: 'another' }, { ...honour, seriesId: 'another' }],
  };
  const [age] = aged.anyOf;
  const [count] = unnamed.anyOf;
  if (age === undefined || count === undefined) throw new Error('the samples have tests');

  it('counts whole months, to the day', () => {
    expect(monthsBetween('2020-03-02', '2021-03-01')).toBe(11);
    expect(monthsBetween('2020-03-01', '2021-03-01')).toBe(12);
    expect(monthsBetween('2021-03-02', '2021-03-01')).toBe(0);
    expect(answerOf(age, known, when)).toBe(11);
  });

  it('counts honours of record by code and span', () => {
    expect(answerOf(count, known, when)).toBe(1);
    expect(answerOf({ ...count, over: 'years:2' }, known, when)).toBe(1);
    expect(answerOf({ ...count, over: 'years:1' }, known, when)).toBe(0);
    expect(answerOf({ ...count, over: 'edition' }, known, when)).toBe(0);
  });

  it('counts an award that is looked at again whoever’s series it is of: of the same committee, and on a day within its term', () => {
    const standing = { ...count, over: STANDING };
    const held = (over: Partial<typeof honour>, asked: Partial<AskedWhen> = {}) =>
      answerOf(standing, { ...known, honours: [{ ...honour, ...over }] }, { ...when, ...asked });
    expect(held({ seriesId: 'another' })).toBe(1);
    expect(held({ grantedBy: 'another' })).toBe(0);
    expect(held({ until: '2021-02-28' })).toBe(0);
    expect(held({ until: '2021-03-01' })).toBe(1);
    // Ahead of the day: by what is known now.
    expect(held({}, { asOf: '2021-12-31' })).toBe(1);
  });

  it('of a day that has not come says how old it will be, and nothing that may still change', () => {
    const ahead = { ...when, asOf: '2021-12-31' };
    expect(answerOf(age, known, ahead)).toBe(21);
    expect(answerOf(count, known, ahead)).toBe(null);
    expect(answerOf({ ...age, fact: 'org.children' }, known, ahead)).toBe(null);
    expect(answerOf({ ...age, fact: 'org.children' }, known, when)).toBe(2);
  });

  it('says nothing where nobody told it: no founding day, no such organization, a fact that a person looks up', () => {
    const untold = { organization: { kind: 'branch', foundedOn: '', children: 0 }, honours: [] };
    expect(answerOf(age, untold, when)).toBe(null);
    expect(answerOf(age, { organization: undefined, honours: [] }, when)).toBe(null);
    expect(answerOf({ ...age, answeredBy: 'person' }, known, when)).toBe(null);
    expect(answerOf({ ...age, fact: 'org.kind' }, known, when)).toBe('branch');
  });
});
