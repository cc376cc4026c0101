import { ROLE_NAMES } from '@jiangong/access';
import type { Wording } from './template.ts';

type Words = Readonly<Record<string, Wording>>;

const STAGES: Words = {
  planning: { zh: '立项', en: 'planning' },
  delivery: { zh: '实施', en: 'delivery' },
  declaration: { zh: '申报', en: 'declaration' },
  review: { zh: '初审', en: 'first review' },
  notice: { zh: '公示', en: 'public notice' },
  scoring: { zh: '评分', en: 'scoring' },
  decision: { zh: '研究确定', en: 'decision' },
};

const ROLES: Words = ROLE_NAMES;

const OUTCOMES: Words = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'failed' },
  'upheld-remove': { zh: '异议成立，取消资格', en: 'upheld, the entry is removed' },
  'upheld-return': { zh: '异议成立，退回修改', en: 'upheld, the entry is returned' },
  rejected: { zh: '异议不成立', en: 'rejected' },
};

const RETURNED_BY: Words = {
  'first-review': { zh: '初审', en: 'first review' },
  objection: { zh: '异议处理', en: 'an objection' },
};

const AWARDS: Words = {
  'outstanding-performance': { zh: '突出业绩奖', en: 'Outstanding Performance Award' },
  'excellent-organization': { zh: '优秀组织奖', en: 'Award for Excellent Organization' },
};

const MEMBERSHIP: Words = {
  applicant: { zh: '入党申请人', en: 'applicant' },
  activist: { zh: '入党积极分子', en: 'activist' },
  candidate: { zh: '发展对象', en: 'candidate for admission' },
  probationary: { zh: '预备党员', en: 'probationary member' },
  full: { zh: '正式党员', en: 'full member' },
};

const VOCABULARIES = {
  stage: STAGES,
  role: ROLES,
  outcome: OUTCOMES,
  by: RETURNED_BY,
  award: AWARDS,
  memberStage: MEMBERSHIP,
} as const;

export type Vocabulary = keyof typeof VOCABULARIES;

/** A code in words. A word that is not known here (another programme's award) stands for itself. */
export const wordOf = (vocabulary: Vocabulary, code: string): Wording =>
  VOCABULARIES[vocabulary][code] ?? { zh: code, en: code };
