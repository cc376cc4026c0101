import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import { type AskedNeed, type AskedNeeds, itemOf, type NeedTest } from '../../src/domain/needs/needs.ts';
import { EDITION, UNIT } from './edition-sample.ts';

const test = (fact: string, change: Partial<NeedTest>): NeedTest => ({
  ...{ fact, answeredBy: 'platform', code: null, over: null, compare: 'atLeast', wanted: [12] },
  ...change,
});

/** At least a year old. */
export const aged: AskedNeed = {
  needId: 'need-1',
  zh: '成立月数不少于12',
  en: 'months since its founding: at least 12',
  anyOf: [test('org.age-months', {})],
};
/** Not overdue: nobody tells the platform. */
export const onTime: AskedNeed = {
  needId: 'need-2',
  zh: '逾期未换届：否',
  en: 'its term is overdue: no',
  anyOf: [test('org.term-overdue', { answeredBy: 'person', compare: 'is', wanted: [false] })],
};
/** Never named before. */
export const unnamed: AskedNeed = {
  needId: 'need-3',
  zh: '历届获荣誉 demonstration.point 次数为0',
  en: 'honours demonstration.point in the series: 0',
  anyOf: [test('count.honours', { code: 'demonstration.point', over: 'series', compare: 'is', wanted: [0] })],
};
export const ON_TIME_ITEM = itemOf(onTime);

export const AS_OF = '2021-03-01';
export const neededTrack: AskedNeeds = { trackId: 'project', asOf: AS_OF, needs: [aged, onTime] };

export const quotaCounted: EntriesFact = {
  type: 'QuotaCounted.v1',
  data: {
    ...{ editionId: EDITION, nominatorId: UNIT, trackId: null, one: 20, of: 'branches', quota: 7 },
    ...{ asOf: AS_OF, count: 137, knownTo: 700 },
  },
};
