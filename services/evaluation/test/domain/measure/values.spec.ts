import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { measureDecider } from '../../../src/domain/measure/decider.ts';
import { inHundredths, readValue, writtenValue } from '../../../src/domain/measure/read-value.ts';
import { BLANK } from '../../../src/domain/measure/state.ts';
import {
  after,
  answerOf,
  by,
  change,
  closed,
  factsOf,
  HASH,
  ids,
  open,
  record,
  standing,
  takeBack,
  unsealed,
  value,
  type Who,
} from './example-measure.ts';

const { given } = deciderSpec(measureDecider);
const recorded = after(by('organizer', record({}, { entryId: 'entry-b', value: '90' })));

describe('a measured value', () => {
  it('is recorded with its day, what it was taken from, and by what right', () =>
    given()
      .when(by('organizer', record({})))
      .then({
        type: 'MeasuresRecorded.v1',
        data: {
          ...ids,
          values: [{ entryId: 'entry-a', attempt: 1 }],
          given: [{ value: 875, dayOf: '2021-06-01' }],
          ...{ evidence: [HASH], recordedBy: 'organizer', party: 'organizers', grantId: 'grant-committee-officer' },
          prose: { origin: '组织部考试中心成绩单' },
        },
      }));

  it('is recorded with many at once, of which all stand, or none', () => {
    expect(standing(recorded)).toEqual(['entry-a/1 875 2021-06-01', 'entry-b/1 900 2021-06-01']);
    const oneWrong = record({}, { entryId: 'entry-b', value: 'viel' });
    expect(answerOf(BLANK, by('organizer', oneWrong))).toBe('VALUE_INVALID values[1].value');
  });

  it.each<[string, object, string]>([
    ['with more decimals than the template says', { value: '87.55' }, 'VALUE_TOO_FINE values[0].value'],
    ['below nothing', { value: '-1' }, 'VALUE_INVALID values[0].value'],
    ['as a formula', { value: '=1+1' }, 'VALUE_INVALID values[0].value'],
    ['with nothing', { value: '' }, 'VALUE_INVALID values[0].value'],
    ['beyond what is measured', { value: '10000001' }, 'VALUE_INVALID values[0].value'],
    ['of tomorrow', { dayOf: '2021-12-06' }, 'EFFECTIVE_ON_INVALID values[0].dayOf'],
    ['of a day that there is not', { dayOf: '2021-02-30' }, 'EFFECTIVE_ON_INVALID values[0].dayOf'],
    ['of a year that is not judged', { dayOf: '2020-12-31' }, 'OUTSIDE_JUDGED_TIME values[0].dayOf'],
    ['as attempt 0', { attempt: 0 }, 'ATTEMPT_INVALID values[0].attempt'],
    ['as attempt 21', { attempt: 21 }, 'ATTEMPT_INVALID values[0].attempt'],
    ['of an entry that is not judged', { entryId: 'entry-z' }, 'ENTRY_NOT_IN_ROUND values[0].entryId'],
  ])('is not recorded %s', (_, over, reason) => expect(answerOf(BLANK, by('organizer', record(over)))).toBe(reason));

  it('is exact: zeros behind its last place change nothing', () => {
    const twoPlaces = { unit: 'seconds', decimals: 2 };
    expect(readValue('359.50', twoPlaces)).toBe(35_950);
    expect(writtenValue(35_950, twoPlaces)).toBe('359.5');
    expect(readValue('0.07', twoPlaces)).toBe(7);
    expect(writtenValue(7, twoPlaces)).toBe('0.07');
    expect(inHundredths(35_950, twoPlaces)).toEqual({ numerator: '35950', denominator: '1' });
    expect(inHundredths(875, { decimals: 1 })).toEqual({ numerator: '8750', denominator: '1' });
    expect(inHundredths(3, { decimals: 0 })).toEqual({ numerator: '300', denominator: '1' });
    expect(inHundredths(1_234_567, { decimals: 4 })).toEqual({ numerator: '1234567', denominator: '100' });
  });

  it('is no place before the first', () => {
    expect(readValue('0', { unit: 'rank', decimals: 0 })).toMatchObject({ reason: 'VALUE_INVALID' });
    expect(readValue('1', { unit: 'rank', decimals: 0 })).toBe(1);
  });

  it('says what it was taken from, and comes with the document that the template asks for', () => {
    const without = { ...record({}), evidence: [] } as ReturnType<typeof record>;
    expect(answerOf(BLANK, by('organizer', without))).toBe('MeasuresRecorded');
    const required = open({ document: 'required' });
    expect(answerOf(BLANK, by('organizer', without, { round: required }))).toBe('MEASURE_NEEDS_DOCUMENT evidence');
    const twice = { ...record({}), evidence: [HASH, HASH] } as ReturnType<typeof record>;
    expect(answerOf(BLANK, by('organizer', twice))).toBe('EVIDENCE_INVALID evidence[1]');
    const silent = { ...record({}), origin: '' } as ReturnType<typeof record>;
    expect(answerOf(BLANK, by('organizer', silent))).toBe('TEXT_EMPTY origin');
  });

  it.each<[Who, string]>([
    ['secretary', 'MEASURE_NOT_YOURS sourceId'],
    ['elsewhere', 'MEASURE_NOT_YOURS sourceId'],
    ['inspector', 'MEASURE_NOT_YOURS sourceId'],
    ['nobody', 'MEASURE_NOT_YOURS sourceId'],
    ['insider', 'OWN_ORGANIZATION values[0].entryId'],
  ])('is not recorded by %s', (who, reason) => expect(answerOf(BLANK, by(who, record({})))).toBe(reason));

  it('is never recorded by whoever answers for the entry, whatever else he is', () => {
    const order = by('organizer', record({}));
    const entry = { ...order.ground.entries['entry-a']!, answerable: ['organizer'] };
    const own = { ...order, ground: { ...order.ground, entries: { 'entry-a': entry } } };
    expect(answerOf(BLANK, own)).toBe('OWN_ENTRY values[0].entryId');
  });

  it('is not recorded by somebody whose role ended, and stands for his successor to change', () => {
    const left = by('nobody', change());
    expect(answerOf(recorded, left)).toBe('MEASURE_NOT_YOURS sourceId');
    expect(answerOf(recorded, by('colleague', change()))).toBe('MeasureChanged');
  });

  it('is recorded once: the same again says nothing, another is changed with a reason', () => {
    expect(answerOf(recorded, by('organizer', record({})))).toBe('');
    expect(answerOf(recorded, by('colleague', record({ value: '88' })))).toBe('VALUE_RECORDED_ALREADY values[0].value');
    expect(answerOf(BLANK, by('organizer', record({}, {})))).toBe('VALUE_TWICE values[1].entryId');
    expect(answerOf(recorded, by('organizer', record({ attempt: 2 })))).toBe('MeasuresRecorded');
  });

  it('comes with no more than so many others, and never with none', () => {
    const many = Array.from({ length: 1_901 }, () => value());
    expect(answerOf(BLANK, by('organizer', record(...many)))).toBe('TOO_MANY_VALUES values');
    expect(answerOf(BLANK, by('organizer', record()))).toBe('VALUES_NONE values');
  });

  it('is recorded while the round is open; what came late is for two persons', () => {
    expect(answerOf(BLANK, by('organizer', record({}), { round: closed() }))).toBe('PROPOSAL_NEEDED sourceId');
    expect(answerOf(BLANK, by('organizer', record({}), { round: unsealed }))).toBe('PROPOSAL_NEEDED sourceId');
    expect(answerOf(BLANK, by('organizer', record({}), { round: { kind: 'absent' } }))).toBe(
      'ROUND_NOT_FOUND sourceId',
    );
    expect(answerOf(BLANK, by('organizer', record({}), { sourceId: 'other' }))).toBe('NO_MEASURE sourceId');
  });
});

describe('a value is changed', () => {
  it('by another of the office, with a reason, while the round is open', () =>
    given(...factsOf(BLANK, by('organizer', record({}))))
      .when(by('colleague', change()))
      .then({
        type: 'MeasureChanged.v1',
        data: {
          ...ids,
          ...{ entryId: 'entry-a', attempt: 1, asked: 'value', given: { value: 785, dayOf: '2021-06-01' } },
          ...{ because: 'recorded-in-error', evidence: [HASH], proposalId: null, proposedBy: null },
          ...{ changedBy: 'colleague', party: 'organizers', grantId: 'grant-committee-officer' },
          prose: { origin: '组织部考试中心成绩单', why: '两位数字颠倒。' },
        },
      }));

  it('to none, after which the attempt may be recorded anew', () => {
    const none = after(by('organizer', record({})), by('organizer', takeBack()));
    expect(standing(none)).toEqual([]);
    expect(answerOf(none, by('organizer', takeBack()))).toBe('VALUE_UNKNOWN attempt');
    expect(answerOf(none, by('organizer', record({ value: '60' })))).toBe('MeasuresRecorded');
  });

  it.each<[string, object, string]>([
    ['without a word for it', { because: 'so' }, 'CHANGING_REASON_UNKNOWN because'],
    ['without an account', { why: '' }, 'TEXT_EMPTY why'],
    ['without saying where it is from', { origin: '' }, 'TEXT_EMPTY origin'],
    ['to what it is', { value: '87.50' }, 'VALUE_STANDS value'],
    ['to something else than a value', { asked: 'maybe' }, 'CHANGE_UNKNOWN asked'],
    ['where there is none', { attempt: 3 }, 'VALUE_UNKNOWN attempt'],
    ['of an entry that is not judged', { entryId: 'entry-z' }, 'ENTRY_NOT_IN_ROUND entryId'],
  ])('not %s', (_, over, reason) => expect(answerOf(recorded, by('organizer', change(over)))).toBe(reason));

  it('a bounded number of times', () => {
    const often = {
      ...recorded,
      values: new Map([...recorded.values].map(([key, one]) => [key, { ...one, changes: 20 }])),
    };
    expect(answerOf(often, by('organizer', change()))).toBe('CHANGED_TOO_OFTEN');
  });

  it('only by two persons once the round is closed', () =>
    expect(answerOf(recorded, by('organizer', change(), { round: closed() }))).toBe('PROPOSAL_NEEDED sourceId'));
});
