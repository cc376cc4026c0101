import type { Role } from './grant.ts';

/** A name in both languages. */
export type RoleName = Readonly<{ zh: string; en: string }>;

/** What the roles are called on every page and in every message (domain.md §1): the one place. */
export const ROLE_NAMES: Readonly<Record<Role, RoleName>> = {
  'committee-officer': { zh: '工委工作人员', en: 'committee officer' },
  'committee-leader': { zh: '工委领导班子', en: 'committee leader' },
  'discipline-inspector': { zh: '纪检监察', en: 'discipline inspector' },
  'unit-officer': { zh: '机关党委干部', en: 'unit officer' },
  'branch-secretary': { zh: '支部书记', en: 'branch secretary' },
  expert: { zh: '评审专家', en: 'expert' },
  member: { zh: '党员', en: 'member' },
  auditor: { zh: '审计监督', en: 'auditor' },
  operator: { zh: '运维', en: 'operator' },
  'appraisal-office': { zh: '考评办及成员单位', en: 'appraisal office' },
  'mass-voter': { zh: '群众代表', en: 'mass voter' },
};
