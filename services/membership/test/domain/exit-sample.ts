import { deciderSpec } from '@jiangong/event-store/testing';
import { personDecider } from '../../src/domain/decider.ts';
import type { PersonExited, PersonFact, RoleGranted, RoleRevoked } from '../../src/domain/facts.ts';
import type { Exit } from '../../src/domain/membership-stage.ts';
import type { RecordExit } from '../../src/domain/orders.ts';

export const { given } = deciderSpec(personDecider);
export const now = '2024-03-01T02:00:00.000Z';
export const today = '2024-03-01';
export const personId = 'p1';
export const registered: PersonFact = {
  type: 'PersonRegistered.v1',
  data: { personId, organizationId: 'u1', effectiveOn: '2023-01-01', name: '王小明' },
};
export const full: PersonFact = {
  type: 'StageRecorded.v1',
  data: { personId, stage: 'full', since: '2010-07-01', probationEndsOn: null },
};
export const probationary: PersonFact = {
  type: 'StageRecorded.v1',
  data: { personId, stage: 'probationary', since: '2023-05-01', probationEndsOn: '2024-05-01' },
};
export const grant = (grantId: string, role: RoleGranted['data']['role'], organizationId: string): RoleGranted => ({
  type: 'RoleGranted.v1',
  data: {
    ...{ personId, grantId, role, organizationId },
    ...{ from: '2023-06-01T01:00:00.000Z', until: null, grantedAt: '2023-06-01T01:00:00.000Z', grantedBy: 'o1' },
  },
});
export const officer = grant('g1', 'unit-officer', 'u1');
export const expert = grant('g2', 'expert', 'root');
export const over: RoleGranted = {
  ...grant('g0', 'member', 'u1'),
  data: { ...grant('g0', 'member', 'u1').data, until: now },
};
export const member: readonly PersonFact[] = [registered, full, over, officer, expert];
export const rolesOver = { u1: ['committee-officer'], root: ['committee-officer'] };
export const revoked = (one: RoleGranted, effectiveOn: string, more: Partial<RoleRevoked['data']>): RoleRevoked => ({
  type: 'RoleRevoked.v1',
  data: {
    ...{ personId, grantId: one.data.grantId, role: one.data.role, organizationId: one.data.organizationId },
    ...{ effectiveOn, endsAt: now, because: 'exit', ...more },
  },
});

export const exit: RecordExit = {
  type: 'RecordExit',
  actId: 'a1',
  kind: 'resigned',
  effectiveOn: null,
  approvedOn: null,
  keeps: ['g2'],
  ends: ['g1'],
  rolesOver,
  reason: '个人原因',
  now,
};
export const exited = (kind: Exit, more: Partial<PersonExited['data']> = {}): PersonExited => ({
  type: 'PersonExited.v1',
  data: {
    ...{ personId, kind, formerStage: 'full', effectiveOn: today, approvedOn: null },
    ...{ keeps: [], ends: ['g1', 'g2'], prose: { why: '个人原因' }, ...more },
  },
});
