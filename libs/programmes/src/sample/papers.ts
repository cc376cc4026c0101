import type { MarkScale, PanelCriterion } from '@jiangong/scoring';
import type { CompiledSource, CompiledTemplate, Name } from '../compile/compiled.ts';
import type { Words } from '../need-words.ts';
import { partiesWords, partyWords } from '../rule-book/people-and-days.ts';
import { points } from '../rule-book/points-and-ranks.ts';
import { listed, named, said } from '../rule-book/rule-words.ts';

export type PaperKind = CompiledSource['kind'];

/** One line of a paper: what is asked, how it is answered, and an answer as somebody might give it. */
export type PaperLine = Readonly<{ group: Words | null; asked: Words; how: Words; example: Words }>;

/** What people see who fill it: a score sheet, a check-list, a ballot paper, a claim or a form of values. */
export type SamplePaper = Readonly<{
  kind: PaperKind;
  by: Words;
  lines: readonly PaperLine[];
  choices: readonly Words[];
}>;

type Of<K extends PaperKind> = Extract<CompiledSource, { kind: K }>;
type Names = Readonly<Record<string, Name>>;
type Parties = CompiledTemplate['parties'];

const calledBy = (names: Names, id: string): Words => named(names[id] ?? [id, id]);
const plain = (text: string): Words => said(text, text);
const amount = (hundredths: number): Words => said(`${points(hundredths)} 分`, `${points(hundredths)} points`);

/** A good mark that is not the best: nine tenths, by the step. */
const nearly = (most: number, step: number): number => Math.floor((most * 9) / 10 / step) * step;

const scaleWords = (scale: MarkScale, most: number): Words => {
  switch (scale.kind) {
    case 'step':
      return said(
        `0 至 ${points(most)} 分，每 ${points(scale.step)} 分一档`,
        `0 to ${points(most)} points, in steps of ${points(scale.step)}`,
      );
    case 'ranges': {
      const all = scale.ranges.map(([low, high]) => `${points(low)}–${points(high)}`);
      return said(`打分区间：${all.join('、')}`, `within ${all.join(', ')}`);
    }
    case 'bands': {
      const all = scale.bands.map(points);
      return said(`选一档：${all.join('、')} 分`, `one of ${all.join(', ')} points`);
    }
    case 'levels':
      return said('选一个等次', 'one of the levels');
  }
};

const exampleOf = (source: Of<'panel'>, { id, points: most, scale }: PanelCriterion): Words => {
  switch (scale.kind) {
    case 'step':
      return plain(points(nearly(most, scale.step)));
    case 'ranges':
      return plain(points(scale.ranges[0]?.[0] ?? 0));
    case 'bands':
      return plain(points(scale.bands[0] ?? 0));
    case 'levels': {
      const best = scale.levels[0]?.id ?? '';
      return named(source.levelNames[id]?.[best] ?? [best, best]);
    }
  }
};

const sheet = (source: Of<'panel'>, parties: Parties): SamplePaper => ({
  kind: source.kind,
  by: partyWords(parties, source.filling.by),
  lines: source.table.criteria.map((criterion) => ({
    group: null,
    asked: calledBy(source.names, criterion.id),
    how: scaleWords(criterion.scale, source.table.marks === 'points' ? criterion.points : 100),
    example: exampleOf(source, criterion),
  })),
  choices: [],
});

const checklist = ({ kind, table, names, filling }: Of<'checklist'>, parties: Parties): SamplePaper => ({
  kind,
  by: partiesWords(parties, [...new Set(Object.values(filling.owners))]),
  lines: table.areas.flatMap((area) =>
    (area.lists[0]?.items ?? []).map(({ id, points: most, per, starts }) => ({
      group: calledBy(names, area.id),
      asked: calledBy(names, id),
      how:
        per === null
          ? said(`满分 ${points(most)} 分，由审核打分`, `up to ${points(most)} points, marked by a review`)
          : starts === 'full'
            ? said(
                `满分 ${points(most)} 分，每次扣 ${points(-per)} 分`,
                `${points(most)} points, ${points(-per)} less each time`,
              )
            : said(
                `每次加 ${points(per)} 分，至多 ${points(most)} 分`,
                `${points(per)} points each time, ${points(most)} at most`,
              ),
      example: per === null ? amount(nearly(most, 50)) : said('发现 1 次（示例）', 'found once (for example)'),
    })),
  ),
  choices: [],
});

const ballot = ({ kind, rule, tables, filling, names }: Of<'ballot'>, parties: Parties): SamplePaper => {
  const [table] = tables;
  const { pickAtMost } = filling;
  const levels = pickAtMost === undefined ? (table?.levels ?? []).map(({ id }) => calledBy(names, id)) : [];
  const questions = (table?.questions ?? []).map((id) => calledBy(names, id));
  const how =
    pickAtMost === undefined
      ? said('选一个', 'choose one')
      : said(`每类至多推荐 ${pickAtMost} 个`, `pick ${pickAtMost} of each category at most`);
  return {
    kind,
    by: partiesWords(
      parties,
      rule.electorates.map((one) => one.who),
    ),
    lines: (questions.length === 0 ? [said('总体评价', 'Altogether')] : questions).map((asked) => ({
      ...{ group: null, asked, how, example: levels[0] ?? said('推荐', 'picked') },
    })),
    choices: levels,
  };
};

const claim = ({ kind, table, names, filling }: Of<'bonus'>, parties: Parties): SamplePaper => ({
  kind,
  by: partyWords(parties, filling.claim),
  lines: table.groups.flatMap((group) =>
    group.items.map(({ id, points: most }) => {
      const levels = (filling.levels[id] ?? []).map((level) => {
        const { zh, en } = calledBy(names, level.id);
        return said(`${zh} ${points(level.points)} 分`, `${en} ${points(level.points)}`);
      });
      return {
        group: group.items.length === 1 && group.items[0]?.id === group.id ? null : calledBy(names, group.id),
        asked: calledBy(names, id),
        how:
          levels.length === 0
            ? said(`每项至多 ${points(most)} 分`, `${points(most)} points at most each`)
            : listed(levels),
        example: levels.at(-1) ?? amount(most),
      };
    }),
  ),
  choices: [],
});

const form = ({ kind, id, name, unit, decimals, by, table }: Of<'measure'>, parties: Parties): SamplePaper => ({
  kind,
  by: by === null ? said('平台算出', 'computed by the platform') : partyWords(parties, by),
  lines: [
    {
      group: null,
      asked: named(name ?? [id, id]),
      how:
        table.better === 'higher'
          ? said(`单位：${unit}，数值高者为优`, `in ${unit}, higher is better`)
          : said(`单位：${unit}，数值低者为优`, `in ${unit}, lower is better`),
      example: plain(`${(90).toFixed(decimals)} ${unit}`),
    },
  ],
  choices: [],
});

const paperOf = (source: CompiledSource, parties: Parties): SamplePaper => {
  switch (source.kind) {
    case 'panel':
      return sheet(source, parties);
    case 'checklist':
      return checklist(source, parties);
    case 'ballot':
      return ballot(source, parties);
    case 'bonus':
      return claim(source, parties);
    case 'measure':
      return form(source, parties);
  }
};

export const samplePapers = ({ sources, parties }: CompiledTemplate): readonly SamplePaper[] =>
  sources.map((source) => paperOf(source, parties));
