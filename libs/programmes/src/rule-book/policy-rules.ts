import { yearsOfCycle } from '../compile/compile-policy.ts';
import type { Words } from '../need-words.ts';
import type { Level, Policy } from '../template/policy.ts';

const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  county: { zh: '县级', en: 'county' },
  township: { zh: '乡镇级', en: 'township' },
};

const times = (count: number): string => (count === 1 ? 'one commendation' : `${count} commendations`);

const boundWords = (level: Level, { commendations, in: span }: Policy['policy']['binds'][string], years: number) => {
  const { zh, en } = LEVEL_WORDS[level];
  const [within, withinEn] = span === 'year' ? ['每年度', 'a year'] : [`每 ${years} 年`, `in any ${years} years`];
  return commendations === 0
    ? { zh: `${zh}工委不得开展表彰`, en: `A committee of a ${en} opens no commendation` }
    : {
        zh: `${zh}工委${within}至多开展 ${commendations} 项表彰`,
        en: `A committee of a ${en} opens at most ${times(commendations)} ${withinEn}`,
      };
};

/** A valid policy told in sentences, in both languages: for whoever reads no YAML. */
export const policyRulesOf = ({ policy }: Policy): readonly Words[] => {
  const { by, binds, cycle, nameUnlike } = policy;
  const years = yearsOfCycle(policy) ?? 1;
  const level = LEVEL_WORDS[by];
  return [
    {
      zh: `由${level.zh}工委制定，约束其下各级工委`,
      en: `It is set by the committee of a ${level.en}, and binds the committees below it`,
    },
    ...Object.entries(binds).map(([bound, rule]) => boundWords(bound as Level, rule, years)),
    ...(cycle === undefined
      ? []
      : [
          {
            zh: `同一表彰 ${years} 年内至多开展一次`,
            en: `The same commendation is given at most once in ${years} years`,
          },
        ]),
    ...(nameUnlike === undefined
      ? []
      : [
          {
            zh: '表彰名称不得与制定者正在使用的表彰名称相同',
            en: 'No commendation bears a name that the committee which sets this uses itself',
          },
        ]),
    {
      zh: '只计以通报给予的荣誉；等级、提醒和推荐不计；未给予荣誉即办结或终止的年度活动不计',
      en: 'Honours that a circular gives are counted; levels, cards and recommendations are not, nor is an edition that ended without an honour',
    },
  ];
};
