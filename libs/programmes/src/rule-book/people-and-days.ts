import type { CompiledQuota, CompiledStage, CompiledTemplate } from '../compile/compiled.ts';
import type { Words } from '../need-words.ts';
import { needsOf } from '../needs.ts';
import type { Moment } from '../stage-windows.ts';
import { actWords, intakeWords, kindWords, listed, named, NOTHING, roleWords, said } from './rule-words.ts';

type Parties = CompiledTemplate['parties'];

const officeNamed = (party: Parties[string], office: string): Words =>
  named(party.memberNames?.[office] ?? [office, office]);

/** A party has no name of its own: it is called by its role, with its id as the template writes it; an office within it by its name. */
export const partyWords = (parties: Parties, id: string): Words => {
  const party = parties[id];
  if (party === undefined) {
    const within = Object.values(parties).find(({ members }) => members?.includes(id));
    if (within === undefined) return { zh: id, en: id };
    const office = officeNamed(within, id);
    return said(`成员单位（${office.zh}）`, `office (${office.en})`);
  }
  const role = roleWords[party.role];
  return said(`${role.zh}（${id}）`, `${role.en} (${id})`);
};

export const partiesWords = (parties: Parties, ids: readonly string[]): Words =>
  listed(ids.map((id) => partyWords(parties, id)));

export const whoTakesPart = ({ parties }: CompiledTemplate): readonly Words[] =>
  Object.entries(parties).map(([id, one]) => {
    const { least, members = [] } = one;
    const own = partyWords(parties, id);
    const offices = listed(members.map((office) => officeNamed(one, office)));
    const party =
      members.length === 0 ? own : said(`${own.zh}，成员单位：${offices.zh}`, `${own.en}, the offices ${offices.en}`);
    if (least === undefined) return party;
    return { zh: `${party.zh}，法定人数 ${least} 人`, en: `${party.en}, a quorum of ${least}` };
  });

const OF: Readonly<Record<CompiledQuota['of'], Words>> = {
  unit: { zh: '每个单位', en: 'each unit' },
  city: { zh: '每个市', en: 'each city' },
  category: { zh: '每个类别', en: 'each category' },
};
const COUNTED = {
  members: { zh: '名党员', en: 'members' },
  branches: { zh: '个党支部', en: 'branches' },
  entries: { zh: '个参评对象', en: 'entries' },
} as const;

const quotaWords = ({ of, rule, least }: CompiledQuota): Words => {
  const whose = OF[of];
  if (rule.kind === 'count')
    return { zh: `${whose.zh}至多 ${rule.count} 个`, en: `${rule.count} at most from ${whose.en}` };
  const counted = COUNTED[rule.counted];
  const atLeast = least === 0 ? NOTHING : { zh: `，至少 ${least} 个`, en: `, at least ${least}` };
  return {
    zh: `${whose.zh}每 ${rule.one} ${counted.zh}可有 1 个${atLeast.zh}`,
    en: `one for every ${rule.one} ${counted.en} of ${whose.en}${atLeast.en}`,
  };
};

const documentsWords = ({ intake }: CompiledTemplate, documents: readonly string[]): Words | undefined =>
  documents.length === 0 ? undefined : listed(documents.map((id) => named(intake.documentNames?.[id] ?? [id, id])));

const subjectLines = (compiled: CompiledTemplate): readonly Words[] =>
  compiled.subjects.flatMap(({ id, name, kind, quota, documents }) => {
    const asked = documentsWords(compiled, documents);
    const needs = needsOf(compiled).filter(({ subject }) => subject === id);
    const what = said(`${name[0]}（${kindWords[kind].zh}）`, `${name[1]} (${kindWords[kind].en})`);
    const most = quota === null ? undefined : quotaWords(quota);
    return [
      most === undefined ? what : said(`${what.zh}，${most.zh}`, `${what.en}, ${most.en}`),
      ...(asked === undefined ? [] : [{ zh: `${name[0]}须附：${asked.zh}`, en: `${name[1]} comes with: ${asked.en}` }]),
      ...needs.flatMap(({ needs: tests }) =>
        tests.map(({ words }) => ({ zh: `${name[0]}须符合：${words.zh}`, en: `${name[1]} must meet: ${words.en}` })),
      ),
    ];
  });

export const whatIsPutForward = (compiled: CompiledTemplate): readonly Words[] => {
  const { intake, parties } = compiled;
  const how = intakeWords[intake.how];
  const voted =
    intake.how !== 'put-forward' || intake.from === undefined
      ? []
      : [
          said(
            `支部推荐的候选人先经“${intake.from}”投票；只有得出名次的才能申报，不按名次申报须说明理由`,
            `candidates whom branches propose are voted upon first ("${intake.from}"); only whom the vote ranked may be declared, and out of its order only with a reason`,
          ),
        ];
  const by = intake.by === undefined ? undefined : partyWords(parties, intake.by);
  return [
    ...subjectLines(compiled),
    by === undefined ? how : { zh: `${how.zh}：由${by.zh}办理`, en: `${how.en}, by ${by.en}` },
    ...voted,
  ];
};

const YEARS_ZH = ['当年', '次年'] as const;

const momentWords = (moment: Moment): Words => {
  if (moment.kind === 'after')
    return {
      zh: `“${moment.stage}”结束后第 ${moment.workingDays} 个工作日`,
      en: `${moment.workingDays} working days after "${moment.stage}"`,
    };
  const { years, month, day } = moment;
  const year = YEARS_ZH[years] ?? `第 ${years + 1} 年`;
  const on = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { zh: `${year} ${month} 月 ${day} 日`, en: years === 0 ? on : `${on} (year +${years})` };
};

const EVERY = {
  month: { zh: '每月一次', en: 'every month' },
  quarter: { zh: '每季度一次', en: 'every quarter' },
  half: { zh: '每半年一次', en: 'every half year' },
  year: { zh: '每年一次', en: 'every year' },
} as const;

const daysOf = ({ opens, closes, every, gap }: CompiledStage): Words => {
  const [from, to] = [momentWords(opens), momentWords(closes)];
  const again = every === null ? undefined : EVERY[every];
  const apart =
    gap === null
      ? undefined
      : { zh: `与下一阶段至少相隔 ${gap} 个工作日`, en: `${gap} working days at least before the next stage` };
  const all = [{ zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` }, again, apart].filter(
    (one) => one !== undefined,
  );
  return { zh: all.map(({ zh }) => zh).join('，'), en: all.map(({ en }) => en).join(', ') };
};

/** Who does what when, in the order of the calendar. */
export const whoDoesWhatWhen = ({ calendar, parties }: CompiledTemplate): readonly Words[] =>
  calendar.map((stage) => {
    const act = actWords[stage.act];
    const by = partiesWords(parties, stage.by);
    const days = daysOf(stage);
    return said(`${act.zh}（${stage.id}）：${by.zh}，${days.zh}`, `${act.en} (${stage.id}): ${by.en}, ${days.en}`);
  });
