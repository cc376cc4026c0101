import { describe, expect, it } from '@jest/globals';
import { dossierDecider, type DossierOrder } from '../../src/domain/dossier/dossier.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { EntriesOrder } from '../../src/domain/entries/orders.ts';
import { entryOf } from '../../src/domain/entries/state.ts';
import { BY, DAY } from './edition-sample.ts';
import {
  at,
  CLEARANCE,
  dossierEnd,
  EVIDENCE,
  fact,
  identity,
  life,
  measures,
  MILESTONE,
  P1,
  plan,
  REPORT,
  summary,
} from './entry-sample.ts';

const planned = life(fact.planned());
const underway = life(fact.planned(), fact.confirmed());
const declared = life(fact.planned(), fact.confirmed(), fact.declared());
const reviewed = life(fact.planned(), fact.confirmed(), fact.declared(), fact.reviewed());
const asked = [...reviewed, fact.clearanceRequested()(5)];
const cleared = [...asked, fact.cleared()(6)];

type Given = readonly EntriesFact[];
/** A day on which the order's stage is open, and days before it and after it, or between its acts. */
type Days = Readonly<{ open: string; closed: readonly string[] }>;

const planning: Days = { open: DAY.planning, closed: [DAY.declaration, DAY.afterAll] };
const planningOrDelivery: Days = { open: DAY.delivery, closed: [DAY.declaration, DAY.afterAll] };
const delivery: Days = { open: DAY.delivery, closed: [DAY.planning, DAY.declaration, DAY.afterAll] };
const declaration: Days = { open: DAY.declaration, closed: [DAY.delivery, DAY.review, DAY.afterAll] };
const reviewing: Days = { open: DAY.review, closed: [DAY.declaration, DAY.scoring, DAY.afterAll] };
const notice: Days = { open: DAY.review, closed: [DAY.declaration, DAY.scoring, DAY.afterAll] };

type Order<O> = Readonly<{ given: Given; days: Days; order: O }>;

/** Each order on entries that an edition's calendar limits, where nothing but the day stands against it. */
const onEntries: readonly Order<EntriesOrder>[] = [
  {
    given: [],
    days: planning,
    order: { type: 'PlanEntry', ...at('', BY.secretary), ...identity(), ...plan, measures },
  },
  {
    given: planned,
    days: planningOrDelivery,
    order: {
      type: 'ReviseEntry',
      ...at('', BY.secretary),
      ...plan,
      ...{ measures, answerable: identity().answerable, why: '任务调整。' },
    },
  },
  {
    given: planned,
    days: planningOrDelivery,
    order: { type: 'ConfirmEntry', ...at('', BY.unit), opinion: '同意。' },
  },
  {
    given: underway,
    days: declaration,
    order: { type: 'DeclareEntry', ...at('', BY.unit), summary, evidence: [EVIDENCE], documents: [], dossierEnd },
  },
  {
    given: declared,
    days: reviewing,
    order: {
      type: 'ReviewEntry',
      ...at('', BY.officer),
      ...{ outcome: 'passed', answers: [{ item: '材料完整', met: true }], explanations: [] },
    },
  },
  {
    given: declared,
    days: reviewing,
    order: { type: 'ReturnEntry', ...at('', BY.officer), reasons: ['缺少佐证。'], redeclareBy: '2021-11-18' },
  },
  {
    given: reviewed,
    days: reviewing,
    order: {
      type: 'RequestClearance',
      ...at('', BY.officer),
      ...{ clearanceId: CLEARANCE, scopes: ['entry', 'leader', 'unit'] },
    },
  },
  {
    given: asked,
    days: reviewing,
    order: {
      type: 'GiveClearance',
      ...at('', BY.inspector),
      opinions: [
        { scope: 'entry', outcome: 'cleared' },
        { scope: 'leader', outcome: 'cleared' },
        { scope: 'unit', outcome: 'cleared' },
      ],
      ...{ why: '', opinionNumber: '纪函〔2021〕8号' },
    },
  },
  { given: cleared, days: notice, order: { type: 'PublishEntry', ...at('', BY.officer) } },
];

const onDossiers: readonly Order<DossierOrder>[] = (
  [
    {
      type: 'CompleteMilestone',
      ...at('', BY.secretary),
      ...{ milestoneId: MILESTONE, effectiveOn: '2021-01-10', evidence: [EVIDENCE] },
    },
    { type: 'ReportProgress', ...at('', BY.secretary), reportId: REPORT, report: '已完成过半。', evidence: [] },
    { type: 'FeatureEntry', ...at('', BY.officer), note: '头条', link: null },
  ] as const
).map((order) => {
  const entry = entryOf(underway.reduce(entriesDecider.evolve, entriesDecider.initial), P1);
  return { given: underway, days: delivery, order: { ...order, entry } };
});

type Answer = Readonly<{ reason: string }> | readonly Readonly<{ type: string }>[];
const outcomeOf = (answer: Answer): string => ('reason' in answer ? answer.reason : 'accepted');

const cases = [
  ...onEntries.map(({ given, days, order }) => ({
    ...{ name: order.type, days },
    on: (now: string): Answer =>
      entriesDecider.decide(given.reduce(entriesDecider.evolve, entriesDecider.initial), { ...order, now }),
  })),
  ...onDossiers.map(({ days, order }) => ({
    ...{ name: order.type, days },
    on: (now: string): Answer => dossierDecider.decide(dossierDecider.initial, { ...order, now }),
  })),
];

/** The permission of an order asks for no stage: whoever may give it is held to the calendar by the rule book alone. */
describe.each(cases.map((one) => [one.name, one] as const))('%s', (_, { days, on }) => {
  it('is accepted while its stage is open', () => {
    expect(outcomeOf(on(days.open))).toBe('accepted');
  });

  it.each(days.closed)('is refused on %s, when its stage is not open', (now) => {
    expect(outcomeOf(on(now))).toBe('STAGE_NOT_OPEN');
  });
});
