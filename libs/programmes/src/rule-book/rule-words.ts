import type { Words } from '../need-words.ts';
import type { Act } from '../template/calendar.ts';
import type { INTAKES, PartyRole, SubjectKind } from '../template/parties.ts';

/** Two texts of which the language is not theirs alone: names put together, numbers, marks. */
export const said = (zh: string, en: string): Words => ({ zh, en });

/** Where there is nothing to say. */
export const NOTHING = said('', '');

/** Both texts of several, between the marks of their language. */
export const listed = (all: readonly Words[]): Words =>
  said(all.map(({ zh }) => zh).join('、'), all.map(({ en }) => en).join(', '));

export const named = ([zh, en]: readonly [string, string]): Words => said(zh, en);

export const roleWords: Readonly<Record<PartyRole, Words>> = {
  'committee-officer': said('机关党委工作人员', 'committee officer'),
  'committee-leader': said('机关党委领导', 'committee leadership'),
  'discipline-inspector': said('纪检人员', 'discipline inspector'),
  'unit-officer': said('单位联络员', 'unit officer'),
  'branch-secretary': said('党支部书记', 'branch secretary'),
  expert: said('评审专家', 'expert'),
  member: said('党员', 'Party member'),
  'appraisal-office': said('考核办', 'appraisal office'),
  'mass-voter': said('群众评议员', 'voter of the masses'),
  public: said('社会公众', 'the public'),
};

export const actWords: Readonly<Record<Act, Words>> = {
  plan: said('提报计划', 'planning'),
  propose: said('提名', 'proposing'),
  deliver: said('推进', 'delivery'),
  declare: said('申报', 'declaring'),
  meet: said('会议', 'meeting'),
  review: said('初审', 'first review'),
  clear: said('纪检审核', 'clearance'),
  notice: said('公示', 'public notice'),
  score: said('评分', 'scoring'),
  check: said('考核', 'checks'),
  vote: said('投票', 'voting'),
  decide: said('研究确定', 'decision'),
  commend: said('表彰', 'commendation'),
  appeal: said('申诉', 'appeal'),
  recheck: said('复核', 're-check'),
  'put-forward': said('上报推荐', 'putting forward'),
  talk: said('谈话', 'talk'),
};

export const kindWords: Readonly<Record<SubjectKind, Words>> = {
  project: said('项目', 'project'),
  organization: said('组织', 'organization'),
  person: said('个人', 'person'),
  'office-holder': said('任职人员', 'office holder'),
  collective: said('集体', 'collective'),
  line: said('条线', 'line of work'),
  work: said('作品', 'work'),
};

export const intakeWords: Readonly<Record<(typeof INTAKES)[number], Words>> = {
  'plan-then-declare': said('先提报计划，再申报', 'planned first, then declared'),
  nominate: said('推荐', 'put forward'),
  'whole-roll': said('名册上的全部参加，无须申报', 'everybody on the roll takes part without declaring'),
  register: said('报名', 'registered'),
  'computed-list': said('由平台按历年结果算出名单', 'listed by the platform from the results of years'),
  holders: said('已获荣誉者参加', 'those who hold an honour take part'),
  'put-forward': said('由下级推荐上来', 'put forward by the level below'),
};

export const givesWords = {
  honour: said('荣誉', 'honour'),
  level: said('等次', 'level'),
  card: said('警示', 'card'),
  bar: said('限制', 'bar'),
  recommendation: said('向上级推荐', 'recommendation to the level above'),
  place: said('名次', 'place'),
  withdrawal: said('撤销', 'withdrawal'),
} as const;

export const holderWords = {
  entry: said('参评对象', 'the entry'),
  leader: said('负责人', 'its leader'),
  author: said('作者', 'its author'),
  home: said('所在单位', 'its unit'),
  secretary: said('书记', 'its secretary'),
} as const;

export const decideWords = {
  party: said('由会议研究确定', 'the body decides'),
  confirm: said('由会议确认', 'the body confirms'),
  system: said('按规则直接产生', 'follows from the rule'),
} as const;

export const edgeWords = {
  in: said('边界上并列的全部入选', 'equals at the edge are all in'),
  out: said('边界上并列的全部不入选', 'equals at the edge are all out'),
  body: said('边界上并列的由会议选定', 'of equals at the edge the body chooses'),
} as const;

export const withinWords = {
  all: said('全部一起排名', 'all are ranked together'),
  category: said('按类别分别排名', 'each category is ranked apart'),
  home: said('按单位分别排名', 'each unit is ranked apart'),
} as const;

export const lackingWords = {
  'leave-out': said('不计入', 'is left out'),
  zero: said('按零分计', 'counts as zero'),
  refuse: said('不出结果，待补齐', 'holds the result back until it is there'),
  unranked: said('不排名', 'leaves the entry without a rank'),
  full: said('按满分计', 'counts in full'),
} as const;

export const acrossWords = {
  mean: said('平均', 'the mean'),
  sum: said('合计', 'the sum'),
  best: said('取最好一次', 'the best'),
  last: said('取最后一次', 'the last'),
} as const;

export const audienceWords = {
  public: said('向社会', 'to the public'),
  internal: said('在内部', 'within the committee'),
  subject: said('向本人', 'to whom it concerns'),
} as const;

export const documentWords = {
  circular: said('通报', 'circular'),
  certificate: said('证书', 'certificate'),
  plaque: said('牌匾', 'plaque'),
  trophy: said('奖杯', 'trophy'),
  medal: said('奖章', 'medal'),
  letter: said('信函', 'letter'),
  opinion: said('意见', 'opinion'),
} as const;
