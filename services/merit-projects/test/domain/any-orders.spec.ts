import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, startOfDay } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import { unitEditionDecider } from '../../src/domain/unit-edition/decider.ts';
import type { ClearanceOpinion, UnitEditionFact } from '../../src/domain/unit-edition/facts.ts';
import type { UnitEditionOrder } from '../../src/domain/unit-edition/orders.ts';
import type { Entry, StandingKind, UnitEdition } from '../../src/domain/unit-edition/state.ts';
import { terms } from './edition-sample.ts';
import { BRANCH, INSPECTOR, MILESTONE, P1, P2, P3, plan, ROUND } from './entry-sample.ts';

const id = fc.constantFrom(P1, P2, P3);
const text = fc.constantFrom('可以。', '可以。', '可以。', '');
const day = fc.integer({ min: -1, max: 40 }).map((days) => addCalendarDays('2021-11-01', days));
const opinionsOf = (outcome: ClearanceOpinion['outcome']): readonly ClearanceOpinion[] => [
  { scope: 'entry', outcome },
  { scope: 'leader', outcome: 'cleared' },
  { scope: 'unit', outcome: 'cleared' },
];
const opinions = fc.constantFrom<ClearanceOpinion['outcome']>('cleared', 'blocked').map(opinionsOf);
const objectionId = fc.constantFrom('objection-1', 'objection-2');

type Draft = Omit<UnitEditionOrder, 'now' | 'terms'> & Record<string, unknown>;

/** Any order to any of three entries, more often a sensible one than not. */
const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .record({ type: fc.constant('PlanEntry' as const), entryId: id, branchId: fc.constant(BRANCH) })
    .map((order) => ({ ...plan, ...order })),
  fc
    .record({ type: fc.constant('ReviseEntry' as const), entryId: id, why: text })
    .map((order) => ({ ...plan, ...order })),
  fc.record({ type: fc.constant('ConfirmEntry' as const), entryId: id, opinion: text }),
  fc.record({
    type: fc.constant('CompleteMilestone' as const),
    entryId: id,
    milestoneId: fc.constant(MILESTONE),
    completedOn: day,
    evidence: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('ReportProgress' as const),
    entryId: id,
    reportId: fc.constant('report'),
    report: text,
    evidence: fc.constant([]),
  }),
  fc.record({ type: fc.constant('FeatureEntry' as const), entryId: id, note: text, link: fc.constant(null) }),
  fc.record({ type: fc.constant('DeclareEntry' as const), entryId: id, summary: text, evidence: fc.constant([]) }),
  fc.record({
    type: fc.constant('ReturnEntry' as const),
    entryId: id,
    reasons: fc.array(text, { maxLength: 2 }),
    redeclareBy: day,
  }),
  fc.record({
    type: fc.constant('WithdrawEntry' as const),
    entryId: id,
    why: fc.constantFrom('', '', '', '取消。'),
  }),
  fc.record({
    type: fc.constant('ScreenEntry' as const),
    entryId: id,
    outcome: fc.constantFrom('passed', 'passed', 'failed'),
    failures: fc.constant([]),
  }),
  fc
    .record({ type: fc.constant('RequestClearance' as const), entryId: id, clearanceId: fc.constant('clearance') })
    .map((order) => ({ ...order, scopes: ['entry', 'leader', 'unit'] })),
  fc
    .record({
      type: fc.constant('GiveClearance' as const),
      entryId: id,
      opinions,
      why: fc.constant('缘由。'),
      opinionNumber: text,
    })
    .map((order) => ({ ...order, inspectorPersonId: INSPECTOR })),
  fc.record({ type: fc.constant('PublishEntry' as const), entryId: id }),
  fc.record({
    type: fc.constant('ReceiveObjection' as const),
    entryId: id,
    objectionId,
    objectorName: text,
    objectorContact: text,
    statement: text,
    evidence: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('SettleObjection' as const),
    entryId: id,
    objectionId,
    outcome: fc.constantFrom('rejected', 'upheld-remove', 'upheld-return'),
    answer: text,
    redeclareBy: fc.option(day),
    reasons: fc.array(text, { maxLength: 1 }),
  }),
  fc.record({ type: fc.constant('EnterEvaluation' as const) }),
  fc
    .record({ type: fc.constant('CommendEntry' as const), entryId: id, roundId: fc.constant(ROUND) })
    .map((order) => ({ ...order, award: 'outstanding-performance', grade: 'first', documentNumber: '一号' })),
) as fc.Arbitrary<Draft>;

type Step = Readonly<{ now: string; sensible: boolean; entryId: string; draft: Draft }>;

const steps = (firstDay: string, days: number, count: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .array(
      fc.record({
        sensible: fc.constantFrom(true, true, true, false),
        entryId: id,
        draft,
        day: fc.nat({ max: days }),
      }),
      {
        minLength: count,
        maxLength: 2 * count,
      },
    )
    .map((all) =>
      all
        .toSorted((a, b) => a.day - b.day)
        .map(({ day: at, ...step }) => ({ ...step, now: startOfDay(addCalendarDays(firstDay, at)) })),
    );

/** A year: planning, declaration, review and notice, scoring. */
const year = fc
  .tuple(steps('2021-01-10', 5, 8), steps('2021-11-03', 5, 5), steps('2021-11-15', 10, 25), steps('2021-12-01', 3, 4))
  .map((acts) => acts.flat());

/** One entry is objected to in vain, one is removed, one is left alone. */
const nextOfPublished = (
  { entryId, objections }: Entry,
  about: Readonly<{ entryId: string; evidence: readonly string[] }>,
): Draft => {
  const objection = entryId === P1 ? 'objection-1' : 'objection-2';
  if (entryId === P3 || objections[objection] === 'settled') return { type: 'EnterEvaluation' };
  if (objections[objection] === undefined)
    return {
      type: 'ReceiveObjection',
      ...about,
      objectionId: objection,
      objectorName: '某',
      objectorContact: '某',
      statement: '某',
    };
  const outcome = entryId === P1 ? 'rejected' : 'upheld-remove';
  return {
    type: 'SettleObjection',
    entryId,
    objectionId: objection,
    outcome,
    answer: '可以。',
    redeclareBy: null,
    reasons: [],
  };
};

/** The order that takes an entry one step on from where it stands. */
const nextOrder = (state: UnitEdition, entryId: string): Draft => {
  const entry = state.entries[entryId];
  const about = { entryId, evidence: [] };
  switch (entry?.standing.kind) {
    case undefined:
      return { ...plan, type: 'PlanEntry', entryId, branchId: BRANCH };
    case 'planned':
      return { type: 'ConfirmEntry', entryId, opinion: '可以。' };
    case 'underway':
    case 'returned':
      return { type: 'DeclareEntry', ...about, summary: '可以。' };
    case 'declared':
      return { type: 'ScreenEntry', entryId, outcome: 'passed', failures: [] };
    case 'screened':
      return { type: 'RequestClearance', entryId, clearanceId: 'clearance', scopes: ['entry', 'leader', 'unit'] };
    case 'clearance-requested':
      return {
        type: 'GiveClearance',
        entryId,
        opinions: opinionsOf('cleared'),
        why: '',
        opinionNumber: '一号',
        inspectorPersonId: INSPECTOR,
      };
    case 'cleared':
      return { type: 'PublishEntry', entryId };
    case 'published':
      return nextOfPublished(entry, about);
    case 'in-evaluation':
    case 'rejected':
    case 'blocked':
    case 'removed':
    case 'withdrawn':
    case 'missed':
    case 'commended':
      return {
        type: 'CommendEntry',
        entryId,
        roundId: ROUND,
        award: 'outstanding-performance',
        grade: 'first',
        documentNumber: '一号',
      };
  }
};

type Told = Readonly<{ before: UnitEdition; after: UnitEdition; now: string; facts: readonly UnitEditionFact[] }>;

const play = (all: readonly Step[]): readonly Told[] => {
  let before = unitEditionDecider.initial;
  return all.map(({ sensible, entryId, draft: any, now }) => {
    const order = { ...(sensible ? nextOrder(before, entryId) : any), now, terms } as unknown as UnitEditionOrder;
    const decision = unitEditionDecider.decide(before, order);
    const facts = isRefusal(decision) ? [] : decision;
    const told = { before, after: facts.reduce(unitEditionDecider.evolve, before), now, facts };
    before = told.after;
    return told;
  });
};

/** What must have come before in the life of the same entry. */
const NEEDS: Readonly<Partial<Record<UnitEditionFact['type'], readonly UnitEditionFact['type'][]>>> = {
  'EntryConfirmed.v1': ['EntryPlanned.v1'],
  'EntryDeclared.v1': ['EntryConfirmed.v1'],
  'EntryRedeclared.v1': ['EntryDeclared.v1', 'EntryReturned.v1'],
  'EntryScreened.v1': ['EntryDeclared.v1'],
  'ClearanceRequested.v1': ['EntryScreened.v1'],
  'EntryCleared.v1': ['ClearanceRequested.v1'],
  'EntryPublished.v1': ['EntryCleared.v1'],
  'ObjectionReceived.v1': ['EntryPublished.v1'],
  'ObjectionSettled.v1': ['ObjectionReceived.v1'],
  'EntryRemoved.v1': ['ObjectionSettled.v1'],
  'EntryEnteredEvaluation.v1': ['EntryPublished.v1'],
  'EntryMissedEvaluation.v1': ['EntryPublished.v1'],
  'EntryCommended.v1': ['EntryEnteredEvaluation.v1'],
};
const ENDED: readonly StandingKind[] = ['rejected', 'blocked', 'removed', 'withdrawn', 'missed', 'commended'];

describe('whatever orders come, in whatever order', () => {
  it('no more entries take a place than the quota allows', () => {
    fc.assert(
      fc.property(year, (all) => {
        for (const { after } of play(all)) {
          const places = Object.values(after.entries).filter(
            ({ declarations, standing }) => declarations > 0 && standing.kind !== 'withdrawn',
          );
          expect(places.length).toBeLessThanOrEqual(terms.quota);
        }
      }),
    );
  });

  it('no step of an entry comes before the steps it needs, and none after its end but the answer to an objection', () => {
    fc.assert(
      fc.property(year, (all) => {
        const lives = new Map<string, UnitEditionFact['type'][]>();
        for (const { before, facts } of play(all))
          for (const { type, data } of facts) {
            const life = lives.get(data.entryId) ?? [];
            for (const needed of NEEDS[type] ?? [])
              expect([type, life]).toEqual([type, expect.arrayContaining([needed])]);
            const standing = before.entries[data.entryId]?.standing.kind;
            if (standing && ENDED.includes(standing)) expect(type).toBe('ObjectionSettled.v1');
            lives.set(data.entryId, [...life, type]);
          }
      }),
    );
  });

  it('what has an open objection, or a notice that still runs, is not scored', () => {
    fc.assert(
      fc.property(year, (all) => {
        for (const { before, now, facts } of play(all))
          for (const { type, data } of facts)
            if (type === 'EntryEnteredEvaluation.v1') {
              const entry = before.entries[data.entryId];
              expect(Object.values(entry?.objections ?? {})).not.toContain('open');
              expect(entry?.standing.kind === 'published' && entry.standing.noticeUntil <= now).toBe(true);
            }
      }),
    );
  });

  it('the years that are played reach every fact of them', () => {
    const told = fc.sample(year, { numRuns: 400, seed: 7 }).flatMap(play);
    const reached = new Set(told.flatMap(({ facts }) => facts.map(({ type }) => type)));
    for (const type of [
      ...Object.keys(NEEDS),
      'EntryReturned.v1',
      'EntryBlocked.v1',
      'EntryWithdrawn.v1',
      'EntryRevised.v1',
    ])
      expect([...reached]).toContain(type);
  });
});
