import { instantsOf, shippedHolidays } from '@jiangong/calendar';
import type { By } from '../../src/domain/by.ts';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import type { OpenEdition } from '../../src/domain/edition/orders.ts';
import { type Edition, noEdition } from '../../src/domain/edition/state.ts';
import { type EditionTerms, termsFor } from '../../src/domain/edition/terms.ts';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionTables, StageRule } from '../../src/domain/programme.ts';
import { holidaysHashBetween } from '../../src/domain/working-days.ts';

export const EDITION = '11111111-1111-4111-8111-111111111111';
export const UNIT = '22222222-2222-4222-8222-222222222222';
export const COMMITTEE = '33333333-3333-4333-8333-333333333333';
export const SERIES = '44444444-4444-4444-8444-444444444444';
export const TEMPLATE_HASH = '7'.repeat(64);

/** The edition of 2021 as the source tells it: plans in January, delivery from March, everything else in November and December. */
export const STAGE_DAYS = [
  { stageId: 'plan', opensOn: '2021-01-04', closesOn: '2021-02-28' },
  { stageId: 'deliver', opensOn: '2021-03-01', closesOn: '2021-10-31' },
  { stageId: 'declare', opensOn: '2021-11-01', closesOn: '2021-11-10' },
  { stageId: 'review', opensOn: '2021-11-08', closesOn: '2021-11-20' },
  { stageId: 'clear', opensOn: '2021-11-08', closesOn: '2021-11-20' },
  { stageId: 'notice', opensOn: '2021-11-15', closesOn: '2021-11-30' },
  { stageId: 'score', opensOn: '2021-12-01', closesOn: '2021-12-10' },
  { stageId: 'decide', opensOn: '2021-12-11', closesOn: '2021-12-20' },
  { stageId: 'second-notice', opensOn: '2021-12-21', closesOn: '2021-12-31' },
  { stageId: 'commend', opensOn: '2022-01-04', closesOn: '2022-01-31' },
] as const;

const stage = (
  stageId: string,
  act: StageRule['act'],
  by: readonly string[],
  more: Partial<StageRule> = {},
): StageRule => ({
  stageId,
  act,
  by,
  phase: null,
  beside: false,
  gapWorkingDays: 0,
  yearsAfter: { opens: 0, closes: 0 },
  ...more,
});

/** 建功 as its template compiles for this service. */
export const tables: EditionTables = {
  intake: 'plan-then-declare',
  nominator: 'nominator',
  quota: 2,
  tracks: [{ trackId: 'project', nameZh: '建功项目', nameEn: 'Merit project', kind: 'project', of: [], quota: null }],
  parties: [
    { partyId: 'proposer', role: 'branch-secretary', scope: 'own' },
    { partyId: 'nominator', role: 'unit-officer', scope: 'own' },
    { partyId: 'office', role: 'committee-officer', scope: 'edition' },
    { partyId: 'clearer', role: 'discipline-inspector', scope: 'edition' },
    { partyId: 'body', role: 'committee-leader', scope: 'edition' },
  ],
  stages: [
    stage('plan', 'plan', ['proposer', 'nominator']),
    stage('deliver', 'deliver', ['proposer', 'nominator']),
    stage('declare', 'declare', ['nominator']),
    stage('review', 'review', ['office']),
    stage('clear', 'clear', ['clearer']),
    stage('notice', 'notice', ['office']),
    stage('score', 'score', [], { phase: 'main' }),
    stage('decide', 'decide', ['body']),
    stage('second-notice', 'notice', ['office']),
    stage('commend', 'commend', ['office'], { yearsAfter: { opens: 1, closes: 1 } }),
  ],
  notices: [
    { noticeId: 'entries', about: 'entries', days: 5, clock: 'working', answerWorkingDays: 10, audience: 'public' },
    { noticeId: 'proposed', about: 'proposed', days: 5, clock: 'working', answerWorkingDays: 10, audience: 'public' },
  ],
};

export const DAY = {
  planning: '2021-01-20T02:00:00.000Z',
  delivery: '2021-05-10T02:00:00.000Z',
  declaration: '2021-11-03T02:00:00.000Z',
  /** Review and notice are both open, declaration is not. */
  review: '2021-11-16T02:00:00.000Z',
  /** The notice of an entry published on DAY.review, five working days, runs until the end of 23 November. */
  notice: '2021-11-19T02:00:00.000Z',
  noticeOver: '2021-11-24T02:00:00.000Z',
  scoring: '2021-12-02T02:00:00.000Z',
  decision: '2021-12-15T02:00:00.000Z',
  secondNotice: '2021-12-22T02:00:00.000Z',
  afterAll: '2022-02-10T02:00:00.000Z',
} as const;

const by = (personId: string, role: string, organizationId: string): By => ({ personId, role, organizationId });
export const BY = {
  unit: by('unit-officer-1', 'unit-officer', UNIT),
  secretary: by('secretary-1', 'branch-secretary', UNIT),
  officer: by('officer-1', 'committee-officer', COMMITTEE),
  officer2: by('officer-2', 'committee-officer', COMMITTEE),
  inspector: by('inspector-1', 'discipline-inspector', COMMITTEE),
  inspector2: by('inspector-2', 'discipline-inspector', COMMITTEE),
  leader: by('leader-1', 'committee-leader', COMMITTEE),
  nobody: by('', '', ''),
} as const;

export const openEdition: OpenEdition = {
  type: 'OpenEdition',
  now: '2021-01-04T01:00:00.000Z',
  by: BY.officer,
  editionId: EDITION,
  seriesId: SERIES,
  year: 2021,
  ordinal: 1,
  committeeId: COMMITTEE,
  titleZh: '2021年建功“十四五”主题实践活动',
  titleEn: 'Merit campaign 2021',
  templateHash: TEMPLATE_HASH,
  templateId: 'jiangong-edition',
  parameters: { quota: '2' },
  tables,
  documents: [],
  roll: null,
  needs: [],
  shares: [],
  stages: STAGE_DAYS,
  holidays: shippedHolidays,
};

export const scheduled = (opened: Pick<OpenEdition, 'editionId' | 'tables' | 'stages'>): readonly EditionFact[] =>
  opened.tables.stages.flatMap(({ stageId, act, phase }) =>
    opened.stages
      .filter((days) => days.stageId === stageId)
      .map(({ opensOn, closesOn }): EditionFact => {
        const window = instantsOf({ opensOn, closesOn });
        const holidaysHash = holidaysHashBetween(shippedHolidays, window.opensAt, window.closesAt);
        const of = { editionId: opened.editionId, stageId, act, phase };
        return { type: 'StageScheduled.v1', data: { ...of, opensOn, closesOn, ...window, holidaysHash } };
      }),
  );

export const openedBy = (order: OpenEdition): readonly EditionFact[] => {
  const { editionId, seriesId, year, ordinal, committeeId, titleZh, titleEn } = order;
  const { templateHash, templateId, parameters, tables: compiled } = order;
  const named = { editionId, seriesId, year, ordinal, committeeId, titleZh, titleEn };
  return [
    {
      type: 'EditionOpened.v1',
      data: { ...named, templateHash, templateId, parameters, tables: compiled },
    },
    ...scheduled(order),
  ];
};

export const editionFacts: readonly EditionFact[] = openedBy(openEdition);

export const editionAfter = (facts: readonly EditionFact[]): Edition => facts.reduce(editionDecider.evolve, noEdition);

export const termsOf = (facts: readonly EditionFact[], nominatorId = UNIT): EditionTerms => {
  const found = termsFor(editionAfter(facts), nominatorId, shippedHolidays);
  if (!found) throw new Error('there is no edition');
  return found;
};

export const terms: EditionTerms = termsOf(editionFacts);
