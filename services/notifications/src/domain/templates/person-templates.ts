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
  {
    id: 'sign-in-reset-offered',
    version: 1,
    on: 'membership.SignInResetOffered.v1',
    audience: [{ kind: 'person' }],
    subject: person,
    title: { zh: '有人为您发放密码重置链接', en: 'A link to reset your password was made' },
    body: {
      zh: '工作人员为您发放了一次性密码重置链接。如非您本人申请，请立即联系工委。',
      en: 'An officer made a one-time link to reset your password. If you did not ask for it, tell the committee at once.',
    },
  },
  {
    id: 'second-factor-ended',
    version: 1,
    on: 'membership.SecondFactorEnded.v1',
    audience: [{ kind: 'person' }],
    subject: person,
    title: { zh: '您的两步验证已被解除', en: 'Your second factor was taken away' },
    body: {
      zh: '工作人员解除了您登录时的两步验证，请重新设置。如非您本人申请，请立即联系工委。',
      en: 'An officer took your second factor away: set another one up. If you did not ask for it, tell the committee at once.',
    },
  },
];
