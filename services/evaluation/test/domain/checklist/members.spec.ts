import { describe, expect, it } from '@jest/globals';
import { groundOf } from '../../../src/domain/checklist/ground.ts';
import { turnsOf } from '../../../src/domain/checklist/turns.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { Party, RoundTables } from '../../../src/domain/round/tables.ts';
import { after, open, prepare, setWindow } from '../round/example-round.ts';
import { admitBranch, NOW, tables } from './example-checklist.ts';

const party = (id: string, role: string, scope: Party['scope']): Party => ({
  ...{ id, role, scope, least: null, recuse: 'self', attest: null },
});
const self = party('self', 'member', 'own');

const roundOf = (parties: readonly Party[]) => {
  const made: RoundTables = { ...tables(), parties: [...tables().parties, ...parties] };
  const admitted = admitBranch('a');
  if (admitted.type !== 'AdmitEntry') throw new Error('admitted above');
  const entry = { ...admitted.entry, subject: { kind: 'person', id: 'member-a' }, answerable: [] } as const;
  return after(prepare(made), { ...admitted, entry }, admitBranch('b'), setWindow(2), open);
};

const grant = (role: string, organizationId: string) => ({
  ...{ grantId: `grant-${role}`, role, organizationId, stands: 'within' as const },
});
const himself: Candidate = { personId: 'member-a', homeId: 'unit-a', grants: [] };
const colleague: Candidate = { personId: 'member-b', homeId: 'unit-a', grants: [grant('member', 'unit-a')] };
const officer: Candidate = { personId: 'officer', homeId: 'unit-a', grants: [grant('unit-officer', 'unit-a')] };

const isSubject = (parties: readonly Party[], who: Candidate) =>
  groundOf(roundOf(parties), 'entry-a', who, NOW).isSubject;

describe('a member who is judged', () => {
  it('speaks for himself where members have a part of their own, and nobody of his unit for him', () => {
    expect([himself, colleague, officer].map((who) => isSubject([self], who))).toEqual([true, false, false]);
    // Whom a unit put forward it speaks for.
    expect([himself, colleague, officer].map((who) => isSubject([], who))).toEqual([true, false, true]);
  });

  it('speaks through the party of members alone: those who vote are none', () => {
    const standing = (parties: readonly Party[]) => groundOf(roundOf(parties), 'entry-a', himself, NOW).standing;
    expect(standing([self])).toEqual(['self']);
    expect(standing([party('voters', 'member', 'home')])).toEqual([]);
  });

  it('marks himself in the stage of that party', () => {
    const stage = (stageId: string, by: readonly string[]) => ({
      ...{ stageId, act: 'check', by, opensAt: '2021-12-01T00:00:00.000Z', closesAt: '2021-12-20T00:00:00.000Z' },
    });
    const ground = groundOf(roundOf([self]), 'entry-a', himself, NOW);
    const stages = [stage('rating', ['self']), stage('checking', ['organizers'])] as never;
    expect(turnsOf({ ...ground, stages }).self.map((own) => own.map(({ stageId }) => stageId))).toEqual([['rating']]);
  });
});
