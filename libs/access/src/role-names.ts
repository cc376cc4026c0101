import type { Role } from './grant.ts';

/** A name in both languages. */
export type RoleName = Readonly<{ zh: string; en: string }>;

/** What the roles are called in messages and histories: as on every page, in the rule book and at the sign-in of the sample (`test/contracts/named-alike.spec.ts`). */
export const ROLE_NAMES: Readonly<Record<Role, RoleName>> = {
  'committee-officer': { zh: '机关党委工作人员', en: 'committee officer' },
  'committee-leader': { zh: '机关党委领导', en: 'committee leader' },
  'discipline-inspector': { zh: '纪检人员', en: 'discipline inspector' },
  'unit-officer': { zh: '单位联络员', en: 'unit officer' },
  'branch-secretary': { zh: '党支部书记', en: 'branch secretary' },
  expert: { zh: '评审专家', en: 'expert' },
  member: { zh: '党员', en: 'member' },
  auditor: { zh: '审计人员', en: 'auditor' },
  operator: { zh: '运维人员', en: 'operator' },
  'appraisal-office': { zh: '考核办', en: 'appraisal office' },
  'mass-voter': { zh: '群众评议员', en: 'voter of the masses' },
};
