import { describe, expect, it } from '@jest/globals';
import { differences } from '../src/components/text-diff.ts';
import { entryActs, isOpen, rolesOver } from '../src/pages/planning/entry-acts.ts';
import { bodyOf, clashOf, EMPTY_PLAN, type Plan, planIn, withTheirs } from '../src/pages/planning/plan.ts';

const NOW = '2026-03-05T00:00:00.000Z';

const stage = (act: 'plan' | 'deliver' | 'declare', opensAt: string, closesAt: string) => ({
  ...{ stageId: act, act, phase: null, opensOn: '', closesOn: '', opensAt, closesAt },
  ...{ progress: 'open' as const, entered: -1, closings: 0 },
});
const edition = {
  state: 'open' as const,
  stages: [
    stage('plan', '2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'),
    stage('deliver', '2026-03-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z'),
  ],
  lateEntries: [],
  nominatorRole: 'unit-officer' as const,
  intake: 'plan-then-declare' as const,
};
const entry = {
  standing: 'underway' as const,
  nominatorId: 'unit',
  redeclareUntil: null,
  featured: false,
  brought: 'none' as const,
};
const about = { entry, edition, roles: new Set<never>(), now: NOW };

describe('what a reader may do with a project', () => {
  it('is nothing where he has no role over it, or the campaign is over', () => {
    expect([...entryActs(about)]).toEqual([]);
    const closed = { ...edition, state: 'closed' as const };
    expect([...entryActs({ ...about, edition: closed, roles: new Set(['unit-officer'] as const) })]).toEqual([]);
  });

  it('follows the stages: progress while it is delivered, a declaration while declaring is open', () => {
    const acts = entryActs({ ...about, roles: new Set(['branch-secretary'] as const) });
    expect([acts.has('report'), acts.has('milestones'), acts.has('declare'), acts.has('withdraw')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const late = { stageId: 'plan', nominatorId: 'unit', fromAt: '2026-03-02', untilAt: '2026-03-20', why: '' };
    expect(isOpen(about, 'plan')).toBe(false);
    const admitted = { ...edition, lateEntries: [{ ...late, nominatorName: null }] };
    expect(isOpen({ ...about, edition: admitted }, 'plan')).toBe(true);
    expect(isOpen({ ...about, edition: admitted, entry: { ...entry, nominatorId: 'other' } }, 'plan')).toBe(false);
  });

  it('of whoever stands on a roll it is its own declaration, and again, until somebody looks at it; nobody withdraws', () => {
    const rolled = {
      ...edition,
      intake: 'whole-roll' as const,
      stages: [stage('declare', '2026-03-01T00:00:00.000Z', '2026-03-10T00:00:00.000Z')],
    };
    const roles = new Set(['unit-officer'] as const);
    const acts = (brought: 'none' | 'awaited' | 'brought', standing: 'declared' | 'reviewed' = 'declared') =>
      [...entryActs({ ...about, edition: rolled, roles, entry: { ...entry, standing, brought } })].filter(
        (act) => act === 'declare' || act === 'withdraw' || act === 'revise',
      );
    expect(acts('awaited')).toEqual(['declare']);
    expect(acts('brought')).toEqual(['declare']);
    expect(acts('none')).toEqual([]);
    expect(acts('brought', 'reviewed')).toEqual([]);
  });

  it('of what was returned it is the answer, until its deadline', () => {
    const back = { ...entry, standing: 'returned' as const, redeclareUntil: '2026-03-06T00:00:00.000Z' };
    const roles = new Set(['unit-officer'] as const);
    expect(entryActs({ ...about, roles, entry: back }).has('answer')).toBe(true);
    expect(entryActs({ ...about, roles, entry: back, now: '2026-03-06T00:00:00.000Z' }).has('answer')).toBe(false);
  });

  it('is the branch’s own where the template lets its secretary nominate, and not its unit’s', () => {
    const back = { ...entry, standing: 'returned' as const, redeclareUntil: '2026-03-06T00:00:00.000Z' };
    const byBranches = { ...edition, nominatorRole: 'branch-secretary' as const };
    const may = (role: 'branch-secretary' | 'unit-officer') => {
      const acts = entryActs({ ...about, edition: byBranches, roles: new Set([role]), entry: back });
      return [acts.has('answer'), acts.has('withdraw')];
    };
    expect([may('branch-secretary'), may('unit-officer')]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('counts the roles given at or above the place, and no others', () => {
    const places = {
      entry: { homeId: 'branch', proposerId: 'branch', nominatorId: 'unit' },
      committeeId: 'root',
      above: ['pc'],
    };
    const grants = (['unit', 'pc', 'elsewhere'] as const).map((organizationId) => ({
      ...{ organizationId, until: null },
      role: organizationId === 'elsewhere' ? ('committee-officer' as const) : ('unit-officer' as const),
    }));
    expect([...rolesOver(grants, places)]).toEqual(['unit-officer']);
  });
});

const BASE: Plan = { ...EMPTY_PLAN, title: '甲', keyTask: '乙', measures: '丙', leader: 'p1' };

describe('two who change one plan', () => {
  it('clash where both changed a field to something else, and nowhere else', () => {
    const theirs = { ...BASE, keyTask: '乙二', measures: '丙二', title: '甲二' };
    const mine = { ...BASE, measures: '丙三', title: '甲二' };
    expect(clashOf(BASE, theirs, mine)).toEqual({ both: ['measures'], taken: ['keyTask'] });
    expect(withTheirs(mine, theirs, ['keyTask'])).toEqual({
      ...BASE,
      title: '甲二',
      keyTask: '乙二',
      measures: '丙三',
    });
  });

  it('lose no text, whichever is chosen', () => {
    const theirs = { ...BASE, measures: '丙二', others: ['p2'] };
    expect(withTheirs(BASE, theirs, ['measures', 'answerable'])).toEqual(theirs);
    expect(withTheirs(BASE, theirs, [])).toEqual(BASE);
  });
});

describe('a draft of a plan', () => {
  it('is read whatever stands in it', () => {
    expect(planIn(null)).toEqual(EMPTY_PLAN);
    expect(planIn({ title: 3, others: 'x', milestones: [{ title: '一' }, null] })).toEqual({
      ...EMPTY_PLAN,
      milestones: [
        { title: '一', dueOn: '' },
        { title: '', dueOn: '' },
      ],
    });
  });

  it('is sent with the leader first and nobody twice', () => {
    expect(bodyOf({ ...BASE, others: ['p1', 'p2'] }).answerable).toEqual(['p1', 'p2']);
  });
});

describe('what differs between two texts', () => {
  it('is cut at words, Chinese ones too, and loses nothing of either', () => {
    const [before, after] = ['建立台账，按月调度。', '建立台账，按周调度，年底总结。'];
    const pieces = differences(before, after);
    const side = (kind: 'gone' | 'new'): string =>
      pieces
        .filter((piece) => piece.kind === 'same' || piece.kind === kind)
        .map(({ text }) => text)
        .join('');
    expect([side('gone'), side('new')]).toEqual([before, after]);
    expect(pieces.find(({ kind }) => kind === 'gone')?.text).toContain('月');
    expect(pieces[0]).toEqual({ text: expect.stringContaining('建立'), kind: 'same' });
  });
});
