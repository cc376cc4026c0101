import { ownNoticeOf } from '../own-notice.ts';
import type { CompiledRule, CompiledTemplate } from '../compile/compiled.ts';
import type { CodeNames, Words } from '../need-words.ts';
import { codeNames, needWords } from '../needs.ts';
import type { ParameterRule, Template } from '../template/template.ts';
import { points, share } from './points-and-ranks.ts';
import {
  audienceWords,
  decideWords,
  documentWords,
  edgeWords,
  givesWords,
  holderWords,
  listed,
  named,
  NOTHING,
  said,
} from './rule-words.ts';

const pickWords = (pick: CompiledRule['ranking']['pick']): Words => {
  switch (pick.by) {
    case 'first':
      return { zh: `前 ${pick.count} 名`, en: `the first ${pick.count}` };
    case 'first-share':
      return { zh: `前 ${share(pick.share)}`, en: `the first ${share(pick.share)}` };
    case 'next':
      return { zh: `“${pick.after}”之后的 ${pick.count} 名`, en: `the ${pick.count} after "${pick.after}"` };
    case 'next-share':
      return { zh: `“${pick.after}”之后的 ${share(pick.share)}`, en: `the ${share(pick.share)} after "${pick.after}"` };
    case 'last':
      return { zh: `后 ${pick.count} 名`, en: `the last ${pick.count}` };
    case 'last-share':
      return { zh: `后 ${share(pick.share)}`, en: `the last ${share(pick.share)}` };
    case 'at-least': {
      const below =
        pick.below === undefined
          ? NOTHING
          : { zh: `、不足 ${points(pick.below)} 分`, en: `, below ${points(pick.below)}` };
      return { zh: `${points(pick.score)} 分及以上${below.zh}`, en: `${points(pick.score)} points or more${below.en}` };
    }
    case 'each':
      return { zh: '符合条件的每一个', en: 'everyone who meets the conditions' };
    case 'choice':
      return { zh: `会议至多选 ${pick.count} 个`, en: `up to ${pick.count}, chosen by the body` };
  }
};

const recheckWords = {
  year: said('每年复核', 're-checked each year'),
  half: said('每半年复核', 're-checked each half year'),
} as const;

/** Among whom places are counted, and whether one that nobody may have goes to the next. */
const placesWords = ({ pick, within, giveWay, needs, never }: CompiledRule['ranking']): readonly Words[] => {
  const isPicked = pick.by !== 'each' && pick.by !== 'choice' && pick.by !== 'at-least';
  const kept = said('不符合条件的不递补，名额空缺', 'a place of one who may not have it stays empty');
  const passed = said('不符合条件的由后一名递补', 'the next moves up for one who may not have it');
  const isKeptOut = needs.length > 0 || never.length > 0;
  return [
    ...(within === 'category' ? [said('名额按类别分别计算', 'places for each category apart')] : []),
    ...(within === 'home' ? [said('名额按所属单位分别计算', 'places for each unit apart')] : []),
    ...(isPicked && isKeptOut ? [giveWay ? passed : kept] : []),
  ];
};

const ruleLines = (
  { name, gives, to, decide, ranking, recheck, termYears }: CompiledRule,
  codes: CodeNames,
): readonly Words[] => {
  const { zh, en } = named(name);
  const [pick, given, holder, decided] = [
    pickWords(ranking.pick),
    givesWords[gives],
    holderWords[to],
    decideWords[decide],
  ];
  const isPicked = ranking.pick.by !== 'each' && ranking.pick.by !== 'choice';
  const edge = isPicked ? edgeWords[ranking.edge] : undefined;
  const term = termYears === null ? undefined : { zh: `有效 ${termYears} 年`, en: `for ${termYears} years` };
  const again = recheck === null ? undefined : recheckWords[recheck];
  const rest = [...placesWords(ranking), edge, decided, term, again].filter((one) => one !== undefined);
  return [
    {
      zh: `${zh}（${given.zh}，授予${holder.zh}）：${pick.zh}；${rest.map((one) => one.zh).join('；')}`,
      en: `${en} (${given.en}, to ${holder.en}): ${pick.en}; ${rest.map((one) => one.en).join('; ')}`,
    },
    ...ranking.needs.map((test) => {
      const words = needWords(test, codes);
      return { zh: `${zh}须符合：${words.zh}`, en: `${en} needs: ${words.en}` };
    }),
    ...ranking.never.map((test) => {
      const words = needWords(test, codes);
      return { zh: `${zh}不得有：${words.zh}`, en: `${en} is not given with: ${words.en}` };
    }),
  ];
};

/** What an award holds by that no table of rules shows: whom it is for, whom it shuts out, how long it holds. */
export const conditionsOf = (compiled: CompiledTemplate): readonly Words[] =>
  compiled.outcome.flatMap((rule) => {
    const { ranking, termYears, recheck } = rule;
    const isPlain = ranking.needs.length + ranking.never.length === 0 && termYears === null && recheck === null;
    return isPlain ? [] : ruleLines(rule, codeNames(compiled));
  });

const documentLines = ({ documents, outcome }: CompiledTemplate): readonly Words[] =>
  documents.map(({ kind, for: rules }) => {
    const what = documentWords[kind];
    const whose = listed(rules.map((id) => named(outcome.find((rule) => rule.id === id)?.name ?? [id, id])));
    return said(`${what.zh}：${whose.zh}`, `${what.en}: ${whose.en}`);
  });

/** What is given, to whom, by whose word, and on which paper. */
export const whatIsGiven = (compiled: CompiledTemplate): readonly Words[] => [
  ...compiled.outcome.flatMap((rule) => ruleLines(rule, codeNames(compiled))),
  ...documentLines(compiled),
];

const ABOUT: Readonly<Record<string, Words>> = {
  entries: { zh: '参评对象', en: 'the entries' },
  proposed: { zh: '拟定名单', en: 'the proposed list' },
  results: { zh: '结果', en: 'the results' },
};

export const whatIsPublished = (compiled: CompiledTemplate): readonly Words[] =>
  compiled.notices.map(({ id, after, what, days, clock, audience, objections }) => {
    const about =
      typeof what === 'string' ? (ABOUT[what] ?? { zh: what, en: what }) : { zh: what.join('、'), en: what.join(', ') };
    const shown = audienceWords[audience];
    const length =
      clock === 'working'
        ? { zh: `${days} 个工作日`, en: `${days} working days` }
        : { zh: `${days} 天`, en: `${days} days` };
    const objected = objections === null ? NOTHING : { zh: '，可提出异议', en: '; objections may be raised' };
    if (ownNoticeOf(compiled)?.notice.id === id)
      return {
        zh: `申报前由推荐单位自行${shown.zh}公示拟申报对象 ${length.zh}${objected.zh}，由其自行答复`,
        en: `before it declares, whoever puts forward itself shows ${shown.en} for ${length.en} what it means to declare${objected.en}, which it answers itself`,
      };
    return {
      zh: `“${after}”之后${shown.zh}公示${about.zh} ${length.zh}${objected.zh}`,
      en: `after "${after}" ${about.en} are shown ${shown.en} for ${length.en}${objected.en}`,
    };
  });

const limitsOf = ({ from, to, oneOf }: ParameterRule): Words => {
  if (oneOf !== undefined) return { zh: `可选 ${oneOf.join('、')}`, en: `one of ${oneOf.join(', ')}` };
  if (from === undefined && to === undefined) return { zh: '不设范围', en: 'without limits' };
  return { zh: `可在 ${from ?? '…'} 至 ${to ?? '…'} 之间`, en: `between ${from ?? '…'} and ${to ?? '…'}` };
};

/** What an edition may set, and how far. */
export const whatEditionsSet = ({ parameters }: Template): readonly Words[] =>
  Object.entries(parameters).map(([id, rule]) => {
    const { zh, en } = named(rule.name ?? [id, id]);
    const within = limitsOf(rule);
    return said(`${zh}（${id}）：${rule.value}，${within.zh}`, `${en} (${id}): ${rule.value}, ${within.en}`);
  });
