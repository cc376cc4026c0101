import { localDateOf } from '@jiangong/calendar';
import type { Circular } from './facts.ts';
import type { Round } from './state.ts';

type Name = Readonly<{ zh: string; en: string }>;

/** The names that a circular prints; the round itself holds ids only. */
export type CircularNames = Readonly<{
  committee: Name;
  edition: Name;
  year: number;
  /** By organization id. */
  units: Readonly<Record<string, Name>>;
}>;

type DecidedRound = Extract<Round, { kind: 'decided' }>;
type Wording = Readonly<{ documentNumber: string; names: CircularNames; now: string }>;

const unitName = (names: CircularNames, unitId: string): Name => names.units[unitId] ?? { zh: unitId, en: unitId };

const CHINESE_DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;

/** One numbered section a grade; grades that nobody won are left out. */
const gradeSections = (round: DecidedRound, names: CircularNames, language: 'zh' | 'en'): readonly string[] =>
  round.plan.grades
    .map(({ id, nameZh, nameEn }) => ({
      name: language === 'zh' ? nameZh : nameEn,
      won: round.awards.entries.filter(({ grade }) => grade === id),
    }))
    .filter(({ won }) => won.length > 0)
    .map(({ name, won }) => {
      const lines = won.map(({ entryId, unitId }, at) => {
        const title = round.entries.find((entry) => entry.entryId === entryId)?.title ?? entryId;
        const unit = unitName(names, unitId)[language];
        return language === 'zh' ? `${at + 1}．${title}（${unit}）` : `${at + 1}. ${title} (${unit})`;
      });
      const heading =
        language === 'zh'
          ? `突出业绩奖·${name}（${won.length}项）`
          : `Outstanding Performance Award, ${name} (${won.length})`;
      return [heading, ...lines].join('\n');
    });

const unitSection = (round: DecidedRound, names: CircularNames, language: 'zh' | 'en'): readonly string[] => {
  if (round.awards.organizations.length === 0) return [];
  const units = round.awards.organizations.map(({ organizationId }) => unitName(names, organizationId)[language]);
  return language === 'zh'
    ? [`优秀组织奖（${units.length}个）\n${units.join('、')}`]
    : [`Awards for Excellent Organization (${units.length})\n${units.join(', ')}`];
};

const leaderSection = (round: DecidedRound, language: 'zh' | 'en'): readonly string[] => {
  if (round.awards.leaders.length === 0) return [];
  const grades = round.plan.grades.filter(({ id }) => round.plan.leaderGrades.includes(id));
  return language === 'zh'
    ? [
        `突出业绩项目带头人（${round.awards.leaders.length}名）\n以上获${grades.map(({ nameZh }) => nameZh).join('、')}项目的负责人。`,
      ]
    : [
        `Outstanding entry leaders (${round.awards.leaders.length})\nThe leaders of the entries awarded ${grades.map(({ nameEn }) => nameEn).join(', ')} above.`,
      ];
};

const numbered = (sections: readonly string[], mark: (at: number) => string): string =>
  sections.map((section, at) => `${mark(at)}${section}`).join('\n\n');

/** The text of the circular. It names entries and units; people stand in the membership service only. */
export const circularOf = (round: DecidedRound, { documentNumber, names, now }: Wording): Circular => {
  const [year, month, day] = localDateOf(now).split('-').map(Number);
  const sections = (language: 'zh' | 'en') => [
    ...gradeSections(round, names, language),
    ...leaderSection(round, language),
    ...unitSection(round, names, language),
  ];
  const titleZh = `${names.committee.zh}关于表彰${names.year}年度“${names.edition.zh}”获奖项目、个人和单位的通报`;
  const titleEn = `${names.committee.en}: Circular commending the entries, people and units awarded in “${names.edition.en}” of ${names.year}`;
  const bodyZh = [
    documentNumber,
    `各单位：\n${names.year}年度“${names.edition.zh}”经评分、汇总排序，并经领导班子会议（${round.minutesNumber}）研究，决定对以下项目、个人和单位予以通报表彰。`,
    numbered(sections('zh'), (at) => `${CHINESE_DIGITS[at] ?? at + 1}、`),
    `${names.committee.zh}\n${year}年${month}月${day}日`,
  ].join('\n\n');
  const bodyEn = [
    documentNumber,
    `To all units:\nOn the scores and ranking of “${names.edition.en}” of ${names.year}, the leadership has decided (minutes ${round.minutesNumber}) to commend the following.`,
    numbered(sections('en'), (at) => `${at + 1}. `),
    `${names.committee.en}\n${localDateOf(now)}`,
  ].join('\n\n');
  return { titleZh, bodyZh, titleEn, bodyEn };
};
