import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, startOfDay } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import { unitEditionDecider } from '../../src/domain/unit-edition/decider.ts';
import type { ClearanceOpinion, UnitEditionFact } from '../../src/domain/unit-edition/facts.ts';
import type { UnitEditionOrder } from '../../src/domain/unit-edition/orders.ts';
import type { Project, StandingKind, UnitEdition } from '../../src/domain/unit-edition/state.ts';
import { terms } from './edition-sample.ts';
import { BRANCH, INSPECTOR, MILESTONE, P1, P2, P3, plan, ROUND } from './project-sample.ts';

const id = fc.constantFrom(P1, P2, P3);
const text = fc.constantFrom('可以。', '可以。', '可以。', '');
const day = fc.integer({ min: -1, max: 40 }).map((days) => addCalendarDays('2021-11-01', days));
const opinionsOf = (outcome: ClearanceOpinion['outcome']): readonly ClearanceOpinion[] => [
  { scope: 'project', outcome },
  { scope: 'leader', outcome: 'cleared' },
  { scope: 'unit', outcome: 'cleared' },
];
const opinions = fc.constantFrom<ClearanceOpinion['outcome']>('cleared', 'blocked').map(opinionsOf);
const objectionId = fc.constantFrom('objection-1', 'objection-2');

type Draft = Omit<UnitEditionOrder, 'now' | 'terms'> & Record<string, unknown>;

/** Any order to any of three projects, more often a sensible one than not. */
const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .record({ type: fc.constant('PlanProject' as const), projectId: id, branchId: fc.constant(BRANCH) })
    .map((order) => ({ ...plan, ...order })),
  fc
    .record({ type: fc.constant('ReviseProject' as const), projectId: id, why: text })
    .map((order) => ({ ...plan, ...order })),
  fc.record({ type: fc.constant('ConfirmProject' as const), projectId: id, opinion: text }),
  fc.record({
    type: fc.constant('CompleteMilestone' as const),
    projectId: id,
    milestoneId: fc.constant(MILESTONE),
    completedOn: day,
    evidence: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('ReportProgress' as const),
    projectId: id,
    reportId: fc.constant('report'),
    report: text,
    evidence: fc.constant([]),
  }),
  fc.record({ type: fc.constant('FeatureProject' as const), projectId: id, note: text, link: fc.constant(null) }),
  fc.record({ type: fc.constant('DeclareProject' as const), projectId: id, summary: text, evidence: fc.constant([]) }),
  fc.record({
    type: fc.constant('ReturnProject' as const),
    projectId: id,
    reasons: fc.array(text, { maxLength: 2 }),
    redeclareBy: day,
  }),
  fc.record({
    type: fc.constant('WithdrawProject' as const),
    projectId: id,
    why: fc.constantFrom('', '', '', '取消。'),
  }),
  fc.record({
    type: fc.constant('ScreenProject' as const),
    projectId: id,
    outcome: fc.constantFrom('passed', 'passed', 'failed'),
    failures: fc.constant([]),
  }),
  fc
    .record({ type: fc.constant('RequestClearance' as const), projectId: id, clearanceId: fc.constant('clearance') })
    .map((order) => ({ ...order, scopes: ['project', 'leader', 'unit'] })),
  fc
    .record({
      type: fc.constant('GiveClearance' as const),
      projectId: id,
      opinions,
      why: fc.constant('缘由。'),
      opinionNumber: text,
    })
    .map((order) => ({ ...order, inspectorPersonId: INSPECTOR })),
  fc.record({ type: fc.constant('PublishProject' as const), projectId: id }),
  fc.record({
    type: fc.constant('ReceiveObjection' as const),
    projectId: id,
    objectionId,
    objectorName: text,
    objectorContact: text,
    statement: text,
    evidence: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('SettleObjection' as const),
    projectId: id,
    objectionId,
    outcome: fc.constantFrom('rejected', 'upheld-remove', 'upheld-return'),
    answer: text,
    redeclareBy: fc.option(day),
    reasons: fc.array(text, { maxLength: 1 }),
  }),
  fc.record({ type: fc.constant('EnterEvaluation' as const) }),
  fc
    .record({ type: fc.constant('CommendProject' as const), projectId: id, roundId: fc.constant(ROUND) })
    .map((order) => ({ ...order, award: 'outstanding-performance', grade: 'first', documentNumber: '一号' })),
) as fc.Arbitrary<Draft>;

type Step = Readonly<{ now: string; sensible: boolean; projectId: string; draft: Draft }>;

const steps = (firstDay: string, days: number, count: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .array(
      fc.record({
        sensible: fc.constantFrom(true, true, true, false),
        projectId: id,
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

/** One project is objected to in vain, one is removed, one is left alone. */
const nextOfPublished = (
  { projectId, objections }: Project,
  about: Readonly<{ projectId: string; evidence: readonly string[] }>,
): Draft => {
  const objection = projectId === P1 ? 'objection-1' : 'objection-2';
  if (projectId === P3 || objections[objection] === 'settled') return { type: 'EnterEvaluation' };
  if (objections[objection] === undefined)
    return {
      type: 'ReceiveObjection',
      ...about,
      objectionId: objection,
      objectorName: '某',
      objectorContact: '某',
      statement: '某',
    };
  const outcome = projectId === P1 ? 'rejected' : 'upheld-remove';
  return {
    type: 'SettleObjection',
    projectId,
    objectionId: objection,
    outcome,
    answer: '可以。',
    redeclareBy: null,
    reasons: [],
  };
};

/** The order that takes a project one step on from where it stands. */
const nextOrder = (state: UnitEdition, projectId: string): Draft => {
  const project = state.projects[projectId];
  const about = { projectId, evidence: [] };
  switch (project?.standing.kind) {
    case undefined:
      return { ...plan, type: 'PlanProject', projectId, branchId: BRANCH };
    case 'planned':
      return { type: 'ConfirmProject', projectId, opinion: '可以。' };
    case 'underway':
    case 'returned':
      return { type: 'DeclareProject', ...about, summary: '可以。' };
    case 'declared':
      return { type: 'ScreenProject', projectId, outcome: 'passed', failures: [] };
    case 'screened':
      return { type: 'RequestClearance', projectId, clearanceId: 'clearance', scopes: ['project', 'leader', 'unit'] };
    case 'clearance-requested':
      return {
        type: 'GiveClearance',
        projectId,
        opinions: opinionsOf('cleared'),
        why: '',
        opinionNumber: '一号',
        inspectorPersonId: INSPECTOR,
      };
    case 'cleared':
      return { type: 'PublishProject', projectId };
    case 'published':
      return nextOfPublished(project, about);
    case 'in-evaluation':
    case 'rejected':
    case 'blocked':
    case 'removed':
    case 'withdrawn':
    case 'missed':
    case 'commended':
      return {
        type: 'CommendProject',
        projectId,
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
  return all.map(({ sensible, projectId, draft: any, now }) => {
    const order = { ...(sensible ? nextOrder(before, projectId) : any), now, terms } as unknown as UnitEditionOrder;
    const decision = unitEditionDecider.decide(before, order);
    const facts = isRefusal(decision) ? [] : decision;
    const told = { before, after: facts.reduce(unitEditionDecider.evolve, before), now, facts };
    before = told.after;
    return told;
  });
};

/** What must have come before in the life of the same project. */
const NEEDS: Readonly<Partial<Record<UnitEditionFact['type'], readonly UnitEditionFact['type'][]>>> = {
  'ProjectConfirmed.v1': ['ProjectPlanned.v1'],
  'ProjectDeclared.v1': ['ProjectConfirmed.v1'],
  'ProjectRedeclared.v1': ['ProjectDeclared.v1', 'ProjectReturned.v1'],
  'ProjectScreened.v1': ['ProjectDeclared.v1'],
  'ClearanceRequested.v1': ['ProjectScreened.v1'],
  'ProjectCleared.v1': ['ClearanceRequested.v1'],
  'ProjectPublished.v1': ['ProjectCleared.v1'],
  'ObjectionReceived.v1': ['ProjectPublished.v1'],
  'ObjectionSettled.v1': ['ObjectionReceived.v1'],
  'ProjectRemoved.v1': ['ObjectionSettled.v1'],
  'ProjectEnteredEvaluation.v1': ['ProjectPublished.v1'],
  'ProjectMissedEvaluation.v1': ['ProjectPublished.v1'],
  'ProjectCommended.v1': ['ProjectEnteredEvaluation.v1'],
};
const ENDED: readonly StandingKind[] = ['rejected', 'blocked', 'removed', 'withdrawn', 'missed', 'commended'];

describe('whatever orders come, in whatever order', () => {
  it('no more projects take a place than the quota allows', () => {
    fc.assert(
      fc.property(year, (all) => {
        for (const { after } of play(all)) {
          const places = Object.values(after.projects).filter(
            ({ declarations, standing }) => declarations > 0 && standing.kind !== 'withdrawn',
          );
          expect(places.length).toBeLessThanOrEqual(terms.quota);
        }
      }),
    );
  });

  it('no step of a project comes before the steps it needs, and none after its end but the answer to an objection', () => {
    fc.assert(
      fc.property(year, (all) => {
        const lives = new Map<string, UnitEditionFact['type'][]>();
        for (const { before, facts } of play(all))
          for (const { type, data } of facts) {
            const life = lives.get(data.projectId) ?? [];
            for (const needed of NEEDS[type] ?? [])
              expect([type, life]).toEqual([type, expect.arrayContaining([needed])]);
            const standing = before.projects[data.projectId]?.standing.kind;
            if (standing && ENDED.includes(standing)) expect(type).toBe('ObjectionSettled.v1');
            lives.set(data.projectId, [...life, type]);
          }
      }),
    );
  });

  it('what has an open objection, or a notice that still runs, is not scored', () => {
    fc.assert(
      fc.property(year, (all) => {
        for (const { before, now, facts } of play(all))
          for (const { type, data } of facts)
            if (type === 'ProjectEnteredEvaluation.v1') {
              const project = before.projects[data.projectId];
              expect(Object.values(project?.objections ?? {})).not.toContain('open');
              expect(project?.standing.kind === 'published' && project.standing.noticeUntil <= now).toBe(true);
            }
      }),
    );
  });

  it('the years that are played reach every fact of them', () => {
    const told = fc.sample(year, { numRuns: 400, seed: 7 }).flatMap(play);
    const reached = new Set(told.flatMap(({ facts }) => facts.map(({ type }) => type)));
    for (const type of [
      ...Object.keys(NEEDS),
      'ProjectReturned.v1',
      'ProjectBlocked.v1',
      'ProjectWithdrawn.v1',
      'ProjectRevised.v1',
    ])
      expect([...reached]).toContain(type);
  });
});
