import type { AskedNeeds } from '../../src/domain/needs/needs.ts';
import type { EditionTables } from '../../src/domain/programme.ts';
import type { OpenEdition } from '../../src/domain/edition/orders.ts';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import { noEdition } from '../../src/domain/edition/state.ts';
import { isRefusal } from '@jiangong/event-store';
import { openEdition, tables as ofProjects, termsOf } from './edition-sample.ts';

/** A list of people as of 1 July of the next year, made when the stage of declaring opens, looked at by units, decided by leaders. */
export const AS_OF = '2022-07-01';
export const LISTED = '2021-11-01T02:00:00.000Z';

export const fullNeed: AskedNeeds['needs'][number] = {
  ...{ needId: 'need-1', zh: '党员身份为full', en: 'stage: full' },
  anyOf: [{ fact: 'person.stage', answeredBy: 'platform', code: null, over: null, compare: 'is', wanted: ['full'] }],
};
export const fiftyYears: AskedNeeds['needs'][number] = {
  ...{ needId: 'need-2', zh: '党龄不少于50', en: 'standing: at least 50' },
  anyOf: [
    {
      ...{ fact: 'person.standing-years', answeredBy: 'platform', code: null, over: null },
      ...{ compare: 'atLeast', wanted: [50] },
    },
  ],
};
export const noMedal: AskedNeeds['needs'][number] = {
  ...{ needId: 'need-3', zh: '未获纪念章', en: 'no medal yet' },
  anyOf: [
    {
      ...{ fact: 'count.honours', answeredBy: 'platform', code: 'fifty-years.medal', over: 'series' },
      ...{ compare: 'is', wanted: [0] },
    },
  ],
};
export const needs: readonly AskedNeeds[] = [
  { trackId: 'member', asOf: AS_OF, needs: [fullNeed, fiftyYears, noMedal] },
];
export const roll = {
  asOf: AS_OF,
  enters: true,
  ahead: false,
  wholes: [{ trackId: 'member', kinds: ['person'] }],
} as const;

const STAGES = ['declare', 'review', 'decide', 'commend'];

export const tables: EditionTables = {
  ...{ ...ofProjects, intake: 'computed-list', nominator: null, quota: null, notices: [] },
  tracks: [{ trackId: 'member', nameZh: '党员', nameEn: 'Member', kind: 'person', of: [], quota: null }],
  stages: ofProjects.stages
    .filter(({ stageId }) => STAGES.includes(stageId))
    .map((stage) => {
      if (stage.act === 'declare') return { ...stage, by: ['office'] };
      return stage.act === 'review' ? { ...stage, by: ['nominator'] } : stage;
    }),
};

export const openList: OpenEdition = {
  ...{ ...openEdition, tables, roll, needs },
  stages: openEdition.stages.filter(({ stageId }) => STAGES.includes(stageId)),
};
const opened = editionDecider.decide(noEdition, openList);
if (isRefusal(opened)) throw new Error(opened.reason);
export const listFacts = opened;
export const listTerms = termsOf(listFacts);
