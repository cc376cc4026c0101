import type { Words } from './need-words.ts';

/** What a fact that answers with a word can answer, as people say it. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  'org.kind': {
    'working-committee': { zh: '工作委员会', en: 'working committee' },
    unit: { zh: '单位', en: 'unit' },
    'party-committee': { zh: '党委', en: 'Party committee' },
    'leading-members-group': { zh: '党组', en: 'leading members’ group' },
    'discipline-committee': { zh: '纪委', en: 'discipline committee' },
    'general-branch': { zh: '党总支', en: 'general branch' },
    branch: { zh: '党支部', en: 'branch' },
    'temporary-branch': { zh: '临时党支部', en: 'temporary branch' },
    'party-group': { zh: '党小组', en: 'Party group' },
  },
  'person.stage': {
    none: { zh: '群众', en: 'no member' },
    applicant: { zh: '入党申请人', en: 'applicant' },
    activist: { zh: '入党积极分子', en: 'activist' },
    candidate: { zh: '发展对象', en: 'candidate' },
    probationary: { zh: '预备党员', en: 'probationary member' },
    full: { zh: '正式党员', en: 'full member' },
    'probation-cancelled': { zh: '取消预备党员资格', en: 'probation cancelled' },
    resigned: { zh: '退党', en: 'resigned' },
    'persuaded-to-leave': { zh: '劝退', en: 'persuaded to leave' },
    removed: { zh: '除名', en: 'removed' },
    expelled: { zh: '开除党籍', en: 'expelled' },
    'given-up': { zh: '自行脱党', en: 'gave up membership' },
    deceased: { zh: '去世', en: 'deceased' },
  },
  'person.office': {
    head: { zh: '主要负责人', en: 'head' },
    secretary: { zh: '书记', en: 'secretary' },
    'deputy-secretary': { zh: '副书记', en: 'deputy secretary' },
    'organization-member': { zh: '组织委员', en: 'member for organization' },
    'publicity-member': { zh: '宣传委员', en: 'member for publicity' },
    'discipline-member': { zh: '纪检委员', en: 'member for discipline' },
    'committee-member': { zh: '委员', en: 'committee member' },
    // As templates shorten the three.
    organization: { zh: '组织委员', en: 'member for organization' },
    publicity: { zh: '宣传委员', en: 'member for publicity' },
    discipline: { zh: '纪检委员', en: 'member for discipline' },
  },
};

/** An answer as people say it: a flag, a number, or a word of the fact; a word that only its template knows is said as it stands. */
export const factValueWords = (fact: string, value: string | number | boolean): Words => {
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' };
  const text = String(value);
  return VALUES[fact]?.[text] ?? { zh: text, en: text };
};
