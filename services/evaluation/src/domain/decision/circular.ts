import { localDateOf } from '@jiangong/calendar';
import type { Award } from './award.ts';
import type { Decidable } from './decidable.ts';
import type { DecidedEntry } from './decided-entry.ts';
import { type AwardRule, isMadeKnown } from './outcome-table.ts';
import type { CircularText } from './taken-facts.ts';
import { isShown } from './shown.ts';
import type { Decided } from './taken.ts';
import type { CircularNames } from './taken-orders.ts';

type Language = 'zh' | 'en';
type Wording = Readonly<{ documentNumber: string; names: CircularNames; now: string }>;
type Text = Readonly<{ names: CircularNames; entries: ReadonlyMap<string, DecidedEntry>; language: Language }>;

const CHINESE_DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;

const nameOf = ({ names, language }: Text, organizationId: string): string =>
  names.organizations[organizationId]?.[language] ?? organizationId;

/** `1．title（unit）`; an organization that was put forward itself stands by its name alone. */
const lineOf = (text: Text, award: Award, at: number): string => {
  const entry = text.entries.get(award.entryId ?? '');
  const [mark, open, close] = text.language === 'zh' ? ['．', '（', '）'] : ['. ', ' (', ')'];
  if (award.holder.kind === 'organization' || entry === undefined)
    return `${at + 1}${mark}${nameOf(text, award.holder.id)}`;
  return `${at + 1}${mark}${entry.title}${open}${nameOf(text, entry.homeId)}${close}`;
};

/** People are named by what they lead: their names stand in membership alone. */
const peopleOf = (rule: AwardRule, rules: readonly AwardRule[], language: Language): string => {
  const led = rules.filter(({ id }) => rule.among.includes(id));
  if (language === 'zh')
    return led.length === 0 ? '以上项目的负责人。' : `以上获${led.map(({ zh }) => zh).join('、')}项目的负责人。`;
  return led.length === 0
    ? 'The leaders of the entries above.'
    : `The leaders of the entries awarded ${led.map(({ en }) => en).join(', ')} above.`;
};

const COUNTERS: Readonly<Record<AwardRule['to'], string>> = {
  entry: '项',
  leader: '名',
  author: '名',
  secretary: '名',
  home: '个',
};

/** One section a rule; rules that gave nothing are left out. */
const sectionOf = (text: Text, rule: AwardRule, rules: readonly AwardRule[], won: readonly Award[]): string => {
  const organizations = won.every(({ holder }) => holder.kind === 'organization');
  const counter = organizations ? '个' : COUNTERS[rule.to];
  const heading = text.language === 'zh' ? `${rule.zh}（${won.length}${counter}）` : `${rule.en} (${won.length})`;
  if (rule.to === 'entry') return [heading, ...won.map((award, at) => lineOf(text, award, at))].join('\n');
  if (!organizations) return `${heading}\n${peopleOf(rule, rules, text.language)}`;
  const units = won.map(({ holder }) => nameOf(text, holder.id));
  return `${heading}\n${units.join(text.language === 'zh' ? '、' : ', ')}`;
};

const sectionsOf = (
  { outcome, entries }: Decidable,
  decision: Decided,
  text: Omit<Text, 'entries'>,
): readonly string[] => {
  const { classified: organizations, classifiedEntries } = text.names;
  const classified = { organizations, entries: classifiedEntries };
  const known: Text = { ...text, entries: new Map(entries.map((entry) => [entry.entryId, entry])) };
  return outcome.flatMap((rule) => {
    if (!isMadeKnown(rule)) return [];
    const won = decision.awards.filter((award) => award.rule === rule.id && isShown(award, entries, classified));
    return won.length === 0 ? [] : [sectionOf(known, rule, outcome, won)];
  });
};

const numbered = (sections: readonly string[], mark: (at: number) => string): string =>
  sections.map((section, at) => `${mark(at)}${section}`).join('\n\n');

/** `2021`, or `2021—2025` for a naming over years. */
const yearsOf = ({ period, year }: CircularNames): string => {
  const first = period.from.slice(0, 4);
  return first === String(year) || first === '' ? String(year) : `${first}—${year}`;
};

type Purpose = Readonly<{ about: (edition: string) => string; titleEn: string; decidesZh: string; decidesEn: string }>;

const COMMENDS: Purpose = {
  about: (edition) => `表彰${edition}获奖项目、个人和单位`,
  titleEn: 'commending the entries, people and units awarded in',
  decidesZh: '决定对以下项目、个人和单位予以通报表彰',
  decidesEn: 'to commend the following',
};

/** Where awards are looked at again, nobody is commended for keeping his. */
const RECHECKS: Purpose = {
  about: (edition) => `${edition}结果`,
  titleEn: 'on the results of',
  decidesZh: '决定将复核结果通报如下；需整改的另行告知本单位',
  decidesEn: 'as follows; whoever has something to mend is told apart',
};

const purposeOf = ({ outcome }: Decidable): Purpose =>
  outcome.some(({ recheck }) => recheck !== undefined) ? RECHECKS : COMMENDS;

/** The text of the circular. It names entries and organizations, and nothing classified; people stand in the membership service only. */
export const circularOf = (
  decidable: Decidable,
  decision: Decided,
  { documentNumber, names, now }: Wording,
): CircularText => {
  const [year, month, day] = localDateOf(now).split('-').map(Number);
  const sections = (language: Language) => sectionsOf(decidable, decision, { names, language });
  const years = yearsOf(names);
  const { committee, edition } = names;
  const ground =
    decision.basis === 'result'
      ? { zh: '经评分、汇总排序，并经', en: 'On the scores and ranking of' }
      : { zh: '经逐一核查，并经', en: 'On the examination of all under' };
  const purpose = purposeOf(decidable);
  return {
    titleZh: `${committee.zh}关于${purpose.about(`${years}年度“${edition.zh}”`)}的通报`,
    titleEn: `${committee.en}: Circular ${purpose.titleEn} “${edition.en}” of ${years}`,
    bodyZh: [
      documentNumber,
      `各单位：\n${years}年度“${edition.zh}”${ground.zh}领导班子会议（${decision.minutesNumber}）研究，${purpose.decidesZh}。`,
      numbered(sections('zh'), (at) => `${CHINESE_DIGITS[at] ?? at + 1}、`),
      `${committee.zh}\n${year}年${month}月${day}日`,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    bodyEn: [
      documentNumber,
      `To all units:\n${ground.en} “${edition.en}” of ${years}, the leadership has decided (minutes ${decision.minutesNumber}) ${purpose.decidesEn}.`,
      numbered(sections('en'), (at) => `${at + 1}. `),
      `${committee.en}\n${localDateOf(now)}`,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
};
