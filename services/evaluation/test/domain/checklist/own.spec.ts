import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { checksOf } from '../../../src/domain/checklist/checks-of.ts';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import { type ChecklistGround, groundOf } from '../../../src/domain/checklist/ground.ts';
import type { ReviewItem } from '../../../src/domain/checklist/orders.ts';
import { mayRead, rightsIn, shownOf } from '../../../src/domain/checklist/shown.ts';
import type { Checklist } from '../../../src/domain/checklist/state.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { Party, RoundTables } from '../../../src/domain/round/tables.ts';
import { after, open, prepare, setWindow } from '../round/example-round.ts';
import { admitBranch, ids, NOW, prepared, review, tables } from './example-checklist.ts';

const party = (id: string, role: string, scope: Party['scope']): Party => ({
  ...{ id, role, scope, least: null, recuse: 'self', attest: null },
});
const owners = { meetings: 'branch', plan: 'branch', press: 'branch', team: 'branch' };
const made: RoundTables = {
  ...tables({ owners }, { reviews: ['branch'], own: { by: 'party', party: 'above' } }),
  parties: [
    party('self', 'member', 'own'),
    party('branch', 'branch-secretary', 'home'),
    party('above', 'unit-officer', 'superior'),
  ],
};

const roundOf = () => {
  const admitted = admitBranch('a');
  if (admitted.type !== 'AdmitEntry') throw new Error('admitted above');
  const entry = { ...admitted.entry, subject: { kind: 'person', id: 'member-a' }, answerable: [] } as const;
  return after(prepare(made), { ...admitted, entry }, admitBranch('b'), setWindow(2), open);
};

const person = (personId: string, ...roles: readonly (readonly [string, string])[]): Candidate => ({
  personId,
  homeId: 'unit-a',
  grants: roles.map(([role, organizationId]) => ({
    ...{ grantId: `grant-${personId}`, role, organizationId, stands: 'within' },
  })),
});
const secretary = person('secretary-a', ['branch-secretary', 'branch-1']);
const officer = person('officer-a', ['unit-officer', 'unit-a']);
const member = person('member-a');
const memberWhoIsSecretary = person('member-a', ['branch-secretary', 'branch-1']);

const groundTo = (who: Candidate, judged: Candidate): ChecklistGround =>
  groundOf(roundOf(), 'entry-a', { ...who, judged: new Map([[judged.personId, judged]]) }, NOW);

const blank = checklistDecider.initial;
const orderOf = (who: Candidate, judged: Candidate, marks: readonly number[] = [250, 100]): ReviewItem => ({
  ...{ ...ids, ground: groundTo(who, judged), now: NOW },
  ...(review(marks) as Pick<ReviewItem, 'type' | 'sourceId' | 'itemId' | 'period' | 'marks' | 'remark'>),
});
const said = (list: Checklist, order: ReviewItem): string => {
  const decision = checklistDecider.decide(list, order);
  return isRefusal(decision) ? decision.reason : decision.map(({ type }) => type).join(' ');
};
const afterwards = (list: Checklist, order: ReviewItem): Checklist => {
  const decision = checklistDecider.decide(list, order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return decision.reduce(checklistDecider.evolve, list);
};

describe('what secretaries mark of members', () => {
  it('is marked by the secretary of a member, not by the office above', () => {
    expect(said(blank, orderOf(secretary, member))).toBe('ItemReviewed.v1');
    expect(said(blank, orderOf(officer, member))).toBe('ITEM_NOT_YOURS');
    expect(said(blank, orderOf(member, member))).toBe('NOT_A_REVIEWER');
  });

  it('of whoever is a secretary himself is marked by the office above alone', () => {
    expect(said(blank, orderOf(officer, memberWhoIsSecretary))).toBe('ItemReviewed.v1');
    // Neither by a deputy of his nor by himself.
    expect(said(blank, orderOf(secretary, memberWhoIsSecretary))).toBe('OWN_ORGANIZATION');
    expect(said(blank, orderOf(memberWhoIsSecretary, memberWhoIsSecretary))).toBe('OWN_ORGANIZATION');
  });

  it('stays what the office marked though he is a secretary no more, until the office takes it back', () => {
    const marked = afterwards(blank, orderOf(officer, memberWhoIsSecretary));
    expect(said(marked, orderOf(secretary, member))).toBe('OWN_ORGANIZATION');
    const back = afterwards(marked, orderOf(officer, member, []));
    expect(said(back, orderOf(secretary, member))).toBe('ItemReviewed.v1');
    expect(said(back, orderOf(officer, member))).toBe('ITEM_NOT_YOURS');
  });

  it('is told the result as the owner’s own where the office marked it, and nowhere else', () => {
    const byOffice = afterwards(blank, orderOf(officer, memberWhoIsSecretary));
    const bySecretary = afterwards(blank, orderOf(secretary, member));
    const { own } = checksOf(
      new Map([
        ['entry-a', byOffice],
        ['entry-b', bySecretary],
      ]),
      prepared(roundOf()),
    );
    expect(own).toEqual([{ sourceId: 'list', entryId: 'entry-a', itemId: 'team' }]);
    const taken = afterwards(byOffice, orderOf(officer, member, []));
    expect(checksOf(new Map([['entry-a', taken]]), prepared(roundOf())).own).toEqual([]);
  });

  it('is shown to the office, and offered to it, where it is a secretary’s', () => {
    const team = { id: 'team', per: null } as never;
    const shown = (who: Candidate, judged: Candidate) => {
      const ground = groundTo(who, judged);
      const [list] = ground.lists;
      if (list === undefined) throw new Error('there is a list');
      const may = mayRead(list, 'team', { ground, overseer: false });
      return [may, rightsIn(list, team, { ground, now: NOW }).reviewable];
    };
    expect(shown(officer, member)).toEqual([false, false]);
    expect(shown(officer, memberWhoIsSecretary)).toEqual([true, true]);
    expect(shown(secretary, member)).toEqual([true, true]);
    expect(shown(secretary, memberWhoIsSecretary)).toEqual([true, false]);
  });

  it('is shown to the office as long as its mark stands, so that it can take it back', () => {
    const marked = afterwards(blank, orderOf(officer, memberWhoIsSecretary));
    const reader = { ground: groundTo(officer, member), overseer: false };
    expect(shownOf(marked, reader).marks.map(({ by }) => by)).toEqual(['above']);
    const back = afterwards(marked, orderOf(officer, member, []));
    expect(shownOf(back, reader).marks).toEqual([]);
  });
});
