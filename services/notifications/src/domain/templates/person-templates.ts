import type { Subject, Template } from '../template.ts';

const person: Subject = { kind: 'person', field: 'personId' };

/** Messages about the person's own standing. */
export const personTemplates: readonly Template[] = [
  {
    id: 'role-granted',
    version: 1,
    on: 'membership.RoleGranted.v1',
    audience: [{ kind: 'person' }],
    subject: person,
    title: { zh: '授予角色', en: 'Role granted' },
    body: { zh: '您被授予“{role}”角色。', en: 'You have been granted the role “{role}”.' },
  },
  {
    id: 'membership-stage-changed',
    version: 1,
    on: 'membership.MembershipStageChanged.v1',
    audience: [{ kind: 'person' }],
    subject: person,
    title: { zh: '党员发展阶段变更', en: 'Membership stage changed' },
    body: { zh: '您现在的阶段：{memberStage}。', en: 'Your stage is now: {memberStage}.' },
  },
];
