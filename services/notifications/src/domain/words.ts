import { ROLE_NAMES } from '@jiangong/access';
import type { Wording } from './template.ts';

type Words = Readonly<Record<string, Wording>>;

/** By the act that a stage is. */
const STAGES: Words = {
  plan: { zh: '提报计划', en: 'planning' },
  propose: { zh: '提名', en: 'proposing' },
  deliver: { zh: '推进', en: 'delivery' },
  declare: { zh: '申报', en: 'declaration' },
  meet: { zh: '会议', en: 'meeting' },
  review: { zh: '初审', en: 'review' },
  clear: { zh: '纪检审核', en: 'clearance' },
  notice: { zh: '公示', en: 'public notice' },
  score: { zh: '评分', en: 'scoring' },
  check: { zh: '考核', en: 'checking' },
  vote: { zh: '投票', en: 'voting' },
  decide: { zh: '研究确定', en: 'decision' },
  commend: { zh: '表彰', en: 'commendation' },
  appeal: { zh: '申诉', en: 'appeal' },
  recheck: { zh: '复核', en: 're-check' },
  'put-forward': { zh: '上报推荐', en: 'putting forward' },
  talk: { zh: '谈话', en: 'talk' },
  'solve-problems': { zh: '问题整改', en: 'solving problems' },
};

const ROLES: Words = ROLE_NAMES;

const OUTCOMES: Words = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'failed' },
  'upheld-remove': { zh: '异议成立，取消资格', en: 'upheld, the entry is removed' },
  'upheld-return': { zh: '异议成立，退回修改', en: 'upheld, the entry is returned' },
  upheld: { zh: '异议成立', en: 'upheld' },
  rejected: { zh: '异议不成立', en: 'rejected' },
};

const MISSED: Words = {
  'not-declared': { zh: '支部推荐后单位未申报', en: 'its unit did not declare it after the vote of its branch' },
  'not-declared-again': { zh: '退回后未重新申报', en: 'it was returned and not declared again' },
  'not-reviewed': { zh: '尚未初审', en: 'it was not reviewed' },
  'not-cleared': { zh: '纪检审核尚未办结', en: 'clearance was not concluded' },
  'not-published': { zh: '尚未公示', en: 'it was not published' },
  'notice-running': { zh: '公示期尚未结束', en: 'its notice was still running' },
  blocked: { zh: '未通过审核', en: 'it was not cleared' },
};

/** What an entry is, by who or what is judged. */
const KINDS: Words = {
  project: { zh: '项目', en: 'entry' },
  person: { zh: '人选', en: 'person' },
  'office-holder': { zh: '人选', en: 'office-holder' },
  collective: { zh: '集体', en: 'collective' },
  line: { zh: '条线', en: 'line' },
  organization: { zh: '单位', en: 'organization' },
  work: { zh: '作品', en: 'work' },
};

/** What is done in a round, by what fills it. */
const DOINGS: Words = {
  marks: { zh: '评分', en: 'scoring' },
  votes: { zh: '投票', en: 'voting' },
  choice: { zh: '推选', en: 'choosing' },
};

const RETURNED_BY: Words = {
  review: { zh: '初审', en: 'the review' },
  objection: { zh: '异议处理', en: 'an objection' },
};

/** What a nominator is reminded of. */
const AWAITED: Words = {
  plan: { zh: '立项和确认', en: 'planning and confirming entries' },
  declare: { zh: '申报', en: 'declaring entries' },
  'answer-return': { zh: '退回项目的修改和重新申报', en: 'revising and declaring again what was returned' },
};

const OUTSTANDING_PERFORMANCE: Wording = { zh: '突出业绩奖', en: 'Outstanding Performance Award' };

/** By an honour's lasting code: its grades are called by one name here. Others are called what the circular calls them. */
const AWARDS: Words = {
  'jiangong.first': OUTSTANDING_PERFORMANCE,
  'jiangong.second': OUTSTANDING_PERFORMANCE,
  'jiangong.third': OUTSTANDING_PERFORMANCE,
};

/** What an honour of a circular is called. */
export const awardOf = (code: string, grade: Wording): Wording => AWARDS[code] ?? grade;

const MEMBERSHIP: Words = {
  applicant: { zh: '入党申请人', en: 'applicant' },
  activist: { zh: '入党积极分子', en: 'activist' },
  candidate: { zh: '发展对象', en: 'candidate for admission' },
  probationary: { zh: '预备党员', en: 'probationary member' },
  full: { zh: '正式党员', en: 'full member' },
};

/** What happened to one's own way in. */
const CHANGES: Words = {
  'password-changed': { zh: '您的密码已修改', en: 'your password was changed' },
  'password-reset': { zh: '您的密码已通过一次性链接重置', en: 'your password was reset by a one-time link' },
  'second-factor-set-up': { zh: '您的账号设置了动态验证码', en: 'a code generator was set up for your account' },
  'second-factor-removed': { zh: '您账号的动态验证码已停用', en: 'the code generator of your account was removed' },
  'recovery-code-used': { zh: '有人用恢复码登录了您的账号', en: 'a recovery code was used to sign in to your account' },
  'passkey-added': { zh: '您的账号登记了一个通行密钥', en: 'a passkey was added to your account' },
  'passkey-removed': { zh: '您账号的一个通行密钥已停用', en: 'a passkey of your account was removed' },
  'passkey-copied': {
    zh: '您的一个通行密钥疑似被复制，该次登录已被拒绝',
    en: 'one of your passkeys seems to have been copied, and its use was refused',
  },
};

const VOCABULARIES = {
  stage: STAGES,
  role: ROLES,
  outcome: OUTCOMES,
  reason: MISSED,
  by: RETURNED_BY,
  memberStage: MEMBERSHIP,
  awaited: AWAITED,
  kind: KINDS,
  doing: DOINGS,
  change: CHANGES,
} as const;

export type Vocabulary = keyof typeof VOCABULARIES;

/** A code in words. A word that is not known here stands for itself. */
export const wordOf = (vocabulary: Vocabulary, code: string): Wording =>
  VOCABULARIES[vocabulary][code] ?? { zh: code, en: code };
