/** What a page says, in both languages. */
export type Words = Readonly<{ zh: string; en: string }>;

/** Facts that needs and awards ask, as people name them. */
const NAMES: Readonly<Record<string, Words>> = {
  'org.kind': { zh: '组织类型', en: 'kind of organization' },
  'org.level': { zh: '组织层级', en: 'level of the organization' },
  'org.age-months': { zh: '成立月数', en: 'months since its founding' },
  'org.members': { zh: '党员人数', en: 'members' },
  'org.children': { zh: '下级组织数', en: 'organizations right below it' },
  'org.term-overdue': { zh: '逾期未换届', en: 'its term is overdue' },
  'org.weak': { zh: '软弱涣散', en: 'listed as weak' },
  'person.stage': { zh: '党员发展阶段', en: 'stage of membership' },
  'person.standing-years': { zh: '党龄（年）', en: 'years of standing' },
  'person.office': { zh: '党内职务', en: 'office' },
  'person.tenure-months': { zh: '任职月数', en: 'months in office' },
  'person.sanction-free-months': { zh: '未受处分月数', en: 'months without a sanction' },
  'count.honours': { zh: '获荣誉', en: 'honours' },
  'count.cards': { zh: '被警示', en: 'cards' },
  'count.activities': { zh: '开展活动', en: 'activities' },
  'count.duties-missed': { zh: '未履职', en: 'duties missed' },
  'count.problems': { zh: '被发现问题', en: 'problems' },
  'count.milestones': { zh: '达成里程碑', en: 'milestones' },
  'count.members': { zh: '成员数', en: 'members' },
  'count.declared': { zh: '申报', en: 'declared' },
  'count.awards': { zh: '获得', en: 'times given' },
  'count.entries': { zh: '参评对象', en: 'entries' },
  'entry.category': { zh: '类别', en: 'category' },
  'entry.documents': { zh: '所附材料', en: 'documents' },
  'entry.planned-in': { zh: '提报计划的阶段', en: 'stage in which it was planned' },
  'best.rank': { zh: '最好名次', en: 'best rank' },
  'mean.rank': { zh: '平均名次', en: 'mean rank' },
  'best.result': { zh: '最高得分', en: 'highest score' },
  'mean.result': { zh: '平均得分', en: 'mean score' },
  item: { zh: '检查记录', en: 'findings' },
  step: { zh: '得分', en: 'points' },
  measure: { zh: '实测数据', en: 'value measured' },
  answer: { zh: '回答', en: 'answer' },
};

/** What a kind is called that the language itself knows. */
const KINDS: Readonly<Record<string, Words>> = { veto: { zh: '一票否决项', en: 'in veto items' } };

const SPANS: Readonly<Record<string, Words>> = {
  part: { zh: '本阶段', en: ' in the part' },
  edition: { zh: '本届', en: ' in this edition' },
  previous: { zh: '上届', en: ' in the edition before' },
  series: { zh: '历届', en: ' in the series' },
};

const spanOf = (over: unknown): Words | undefined => {
  if (typeof over !== 'string') return undefined;
  const [, years = ''] = over.split(':');
  return SPANS[over] ?? { zh: `近${years}年`, en: ` in the last ${years} years` };
};

/** What a template calls the awards that it gives, by their codes, its rules and its categories, by their ids. */
export type CodeNames = ReadonlyMap<string, Words>;

/** What is asked, with what narrows it: of which span, which code, which kinds. A code that its template gives is called by its name. */
export const factNames = (
  { fact, over, code, kind }: Readonly<{ fact: string } & Record<string, unknown>>,
  codes: CodeNames = new Map(),
): Words => {
  const name = NAMES[fact] ?? { zh: fact, en: fact };
  const which = [code, kind]
    .flat()
    .filter((one) => typeof one === 'string')
    .map((one) => codes.get(one) ?? KINDS[one] ?? { zh: one, en: one });
  const named = (language: keyof Words): string =>
    which.length === 0 ? '' : ` ${which.map((one) => one[language]).join('/')}`;
  const span = spanOf(over);
  const counted = fact.startsWith('count.') ? ' 次数' : '';
  const zh = `${span?.zh ?? ''}${name.zh}${named('zh')}${counted}`;
  const en = `${name.en}${named('en')}${span?.en ?? ''}`;
  return { zh, en };
};
