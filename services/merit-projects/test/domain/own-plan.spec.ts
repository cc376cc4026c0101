import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { SYSTEM } from '../../src/domain/by.ts';
import { dossierDecider, type DossierFact, type DossierOrder } from '../../src/domain/dossier/dossier.ts';
import type { EditionTerms } from '../../src/domain/edition/terms.ts';
import { broughtOf } from '../../src/domain/entries/bringing.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { EntriesOrder, PlanMilestones } from '../../src/domain/entries/orders.ts';
import type { Entry } from '../../src/domain/entries/state.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, UNIT } from './edition-sample.ts';
import { at, EVIDENCE } from './entry-sample.ts';
import { AS_OF, rolledTerms } from './roll-sample.ts';

const [HIS, BRANCHS, HE, BRANCH] = ['his-entry', 'branch-entry', 'member-1', 'branch-1'];

/** Members and branches stand on one roll; they plan in January and February, deliver until October. */
const terms: EditionTerms = {
  ...rolledTerms,
  tables: {
    ...rolledTerms.tables,
    ...{ intake: 'whole-roll', nominator: null, quota: null, notices: [] },
    parties: [
      { partyId: 'self', role: 'member', scope: 'own' },
      { partyId: 'branch', role: 'branch-secretary', scope: 'home' },
    ],
    stages: rolledTerms.tables.stages
      .filter(({ act }) => act === 'plan' || act === 'deliver' || act === 'score')
      .map((stage) => ({ ...stage, by: ['self', 'branch'] })),
  },
};

const stateOf = (facts: readonly EntriesFact[]) => facts.reduce(entriesDecider.evolve, entriesDecider.initial);
const entryIn = (facts: readonly EntriesFact[], entryId = HIS): Entry => {
  const entry = stateOf(facts).entries[entryId];
  if (entry === undefined) throw new Error('nobody stands on the roll');
  return entry;
};
const after = (facts: readonly EntriesFact[], order: EntriesOrder): readonly EntriesFact[] => {
  const decision = entriesDecider.decide(stateOf(facts), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return [...facts, ...decision];
};
const refusalOf = (facts: readonly EntriesFact[], order: EntriesOrder) => {
  const decision = entriesDecider.decide(stateOf(facts), order);
  return isRefusal(decision) ? decision : undefined;
};

const identity = { homeId: UNIT, proposerId: BRANCH, answerable: [] };
const listed = after([], {
  ...{ type: 'ListEntries', now: DAY.planning, by: SYSTEM, terms, asOf: AS_OF },
  listed: [
    { ...identity, entryId: HIS, title: '党员', track: 'member', subject: { kind: 'person', id: HE } },
    {
      ...identity,
      entryId: BRANCHS,
      title: '第一党支部',
      track: 'branch',
      subject: { kind: 'organization', id: BRANCH },
    },
  ],
});

const HIMSELF = { personId: HE, role: '', organizationId: '' };
const SECRETARY = { personId: 'secretary', role: 'branch-secretary', organizationId: BRANCH };
const FIRST = { milestoneId: 'm-1', title: '联系服务两户群众', dueOn: '2021-06-30' };
const SECOND = { milestoneId: 'm-2', title: '讲一次微党课', dueOn: '2021-09-30' };
const plan = (more: Partial<PlanMilestones> = {}): PlanMilestones => ({
  ...{ type: 'PlanMilestones', ...at(DAY.planning, BY.officer), by: HIMSELF, terms, entryId: HIS },
  milestones: [FIRST, SECOND],
  ...more,
});
const planned = after(listed, plan());

describe('whoever stands on a roll that plans', () => {
  it('says what it means to do: each member for himself, a branch through its secretary', () => {
    expect(planned.at(-1)).toMatchObject({
      type: 'MilestonesPlanned.v1',
      data: { entryId: HIS, milestones: [{ milestoneId: 'm-1' }, { milestoneId: 'm-2' }] },
    });
    expect(after(listed, plan({ entryId: BRANCHS, by: SECRETARY })).at(-1)).toMatchObject({
      data: { entryId: BRANCHS },
    });
    expect(refusalOf(listed, plan({ by: SECRETARY }))).toMatchObject({ reason: 'NOT_THIS_PARTY' });
    expect(refusalOf(listed, plan({ by: { ...HIMSELF, personId: 'member-2' } }))).toMatchObject({
      reason: 'NOT_THIS_PARTY',
    });
    expect(refusalOf(listed, plan({ entryId: BRANCHS, by: HIMSELF }))).toMatchObject({ reason: 'NOT_THIS_PARTY' });
  });

  it('keeps the words sealed: nothing of them stands in what decides', () => {
    const data = planned.at(-1)?.data as Readonly<{ prose: unknown }>;
    expect(JSON.stringify({ ...data, prose: null })).not.toContain(FIRST.title);
    expect(entryIn(planned).milestones.map(({ title }) => title)).toEqual(['', '']);
  });

  it('says it anew as long as the stage is open, so often and not more; the same again is no fact', () => {
    const again = after(planned, plan({ milestones: [SECOND] }));
    expect(entryIn(again).milestones.map(({ milestoneId }) => milestoneId)).toEqual(['m-2']);
    expect(after(again, plan({ milestones: [SECOND] }))).toHaveLength(again.length);
    expect(refusalOf(planned, plan({ now: DAY.delivery, milestones: [SECOND] }))).toMatchObject({
      reason: 'STAGE_NOT_OPEN',
    });
    let facts = listed;
    for (let turn = 0; turn < limits.REVISIONS_PER_ENTRY_MAX; turn++)
      facts = after(facts, plan({ milestones: [turn % 2 === 0 ? FIRST : SECOND] }));
    expect(refusalOf(facts, plan())).toMatchObject({ reason: 'TOO_MANY_REVISIONS' });
  });

  it('takes everything back, and is asked again; where nothing was said there is nothing to take back', () => {
    expect(broughtOf(entryIn(after(planned, plan({ milestones: [] }))), terms, DAY.planning)).toBe('awaited');
    expect(refusalOf(listed, plan({ milestones: [] }))).toEqual({ reason: 'MILESTONES_NONE', field: 'milestones' });
  });

  it('is refused what could never be reported, what is said twice, without words or day, or is too much', () => {
    const said = (...milestones: PlanMilestones['milestones']) => refusalOf(listed, plan({ milestones }));
    expect(said({ ...FIRST, dueOn: '2022-06-30' })).toMatchObject({ reason: 'MILESTONE_AFTER_DELIVERING' });
    expect(said(FIRST, FIRST)).toMatchObject({ reason: 'MILESTONE_REPEATED', field: 'milestones[1]' });
    expect(said({ ...FIRST, title: '' })).toMatchObject({ reason: 'TEXT_EMPTY', field: 'milestones[0].title' });
    expect(said({ ...FIRST, dueOn: '2021-02-30' })).toMatchObject({ reason: 'DATE_INVALID' });
    const many = Array.from({ length: limits.MILESTONES_MAX + 1 }, (_, n) => ({ ...FIRST, milestoneId: `m-${n}` }));
    expect(said(...many)).toMatchObject({ reason: 'TOO_MANY_MILESTONES' });
  });

  it('is of no roll whose template has no stage for it, and of nothing that was put forward', () => {
    const none = { ...terms.tables, stages: terms.tables.stages.filter(({ act }) => act !== 'plan') };
    expect(refusalOf(listed, plan({ terms: { ...terms, tables: none } }))).toMatchObject({
      reason: 'INTAKE_NOT_PLANNED',
    });
  });

  it('who plans nothing is awaited, then overdue, and enters all the same', () => {
    expect(broughtOf(entryIn(listed), terms, DAY.planning)).toBe('awaited');
    expect(broughtOf(entryIn(listed), terms, DAY.delivery)).toBe('overdue');
    expect(broughtOf(entryIn(planned), terms, DAY.delivery)).toBe('brought');
    const entered = after(listed, { type: 'CloseIntake', now: DAY.scoring, by: SYSTEM, terms });
    expect(entered.at(-1)).toMatchObject({ data: { entered: [{ entryId: HIS }, { entryId: BRANCHS }], missed: [] } });
  });
});

type Reached = Extract<DossierOrder, { type: 'CompleteMilestone' }>;
const dossierAfter = (facts: readonly DossierFact[], order: DossierOrder) =>
  dossierDecider.decide(facts.reduce(dossierDecider.evolve, dossierDecider.initial), order);

describe('what was planned on a roll', () => {
  const reached: Reached = {
    ...{ type: 'CompleteMilestone', now: DAY.delivery, by: HIMSELF, terms, entryId: HIS, entry: entryIn(planned) },
    ...{ milestoneId: 'm-1', effectiveOn: '2021-04-01', evidence: [EVIDENCE] },
  };

  it('is reported by whoever planned it, in the stage of delivering, and taken back with a reason', () => {
    const done = dossierAfter([], reached);
    expect(done).toMatchObject([{ type: 'MilestoneCompleted.v1', data: { milestoneId: 'm-1', evidence: [EVIDENCE] } }]);
    if (isRefusal(done)) throw new Error(done.reason);
    const { effectiveOn: _on, evidence: _evidence, ...of } = reached;
    expect(dossierAfter(done, { ...of, type: 'ReopenMilestone', why: '尚未全部完成。' })).toMatchObject([
      { type: 'MilestoneReopened.v1' },
    ]);
    expect(dossierAfter([], { ...reached, by: SECRETARY })).toMatchObject({ reason: 'NOT_THIS_PARTY' });
    expect(dossierAfter([], { ...reached, now: DAY.planning, effectiveOn: '2021-02-01' })).toMatchObject({
      reason: 'STAGE_NOT_OPEN',
    });
    expect(dossierAfter([], { ...reached, milestoneId: 'm-9' })).toMatchObject({ reason: 'MILESTONE_NOT_FOUND' });
  });
});
