import type { PlayedEdition } from './edition.ts';
import type { PhaseOutcome } from './outcome.ts';

/** How a played programme ended, in figures. */
export type Figures = Readonly<{
  programme: string;
  entries: number;
  sources: readonly string[];
  sheets: number;
  findings: number;
  awards: number;
  seconds: number;
}>;

export const figuresOf = (edition: PlayedEdition, outcomes: readonly PhaseOutcome[]): Figures => {
  const { filled, compiled, entries } = edition;
  return {
    programme: compiled.id,
    entries: entries.length,
    sources: compiled.sources.map(({ id, kind }) => `${id} (${kind})`),
    sheets: new Set(filled.sheets.map(({ sourceId, seatId }) => `${sourceId} ${seatId}`)).size,
    findings: filled.occurrences.length + filled.marks.length + filled.bonuses.length + filled.values.length,
    awards: outcomes.reduce((sum, { awards }) => sum + awards.length, 0),
    seconds: edition.seconds,
  };
};

const printed = (score: number, decimals: number): string => (score / 10 ** decimals).toFixed(decimals);

const phaseLines = (edition: PlayedEdition, { phase, result, awards }: PhaseOutcome): readonly string[] => {
  const titles = new Map(edition.entries.map(({ entryId, title }) => [entryId, title]));
  const ranks = result.entries.toSorted((one, other) => one.rank - other.rank);
  return [
    `## 阶段 Phase \`${phase}\``,
    '',
    '| 名次 Rank | 得分 Score | 对象 Entry |',
    '|---:|---:|---|',
    ...ranks.map(
      ({ entryId, rank, score }) =>
        `| ${rank} | ${printed(score, result.decimals)} | ${titles.get(entryId) ?? entryId} |`,
    ),
    ...result.unranked.map(({ entryId }) => `| – | – | ${titles.get(entryId) ?? entryId} |`),
    '',
    ...(awards.length === 0 ? [] : ['| 结果 Outcome | 归于 Holder |', '|---|---|']),
    ...awards.map(({ name, holder }) => `| ${name} | ${holder} |`),
    ...(awards.length === 0 ? [] : ['']),
  ];
};

const settings = ({ compiled }: PlayedEdition): string => {
  const set = Object.entries(compiled.parameters);
  return set.length === 0 ? '–' : set.map(([id, value]) => `${id}=${value}`).join(', ');
};

/** For a person: who took part, how it ended, and whether somebody else computes the same. */
export const reportOf = (
  edition: PlayedEdition,
  outcomes: readonly PhaseOutcome[],
  faults: readonly string[],
): string => {
  const { compiled, year, play, commended } = edition;
  const figures = figuresOf(edition, outcomes);
  const [zh, en] = compiled.name;
  return [
    `# ${zh} ${en} ${year}`,
    '',
    '全部单位、人员和分数均为虚构。Every unit, person and mark is invented.',
    '',
    `- 模板 Template: \`${compiled.id}\`; 参数 parameters: ${settings(edition)}; 种子 seed: ${play.world.seed}`,
    `- 参评对象 Entries: ${figures.entries}; 评分表 sheets: ${figures.sheets}; 检查记录、加分和实测数据 findings, marks, bonuses and values: ${figures.findings}`,
    `- 来源 Sources: ${figures.sources.join(', ')}`,
    `- 办理至 Played to: ${commended ? '表彰 commendation' : edition.decisions.size > 0 ? '研究确定 decision' : '结果 result'}`,
    faults.length === 0
      ? '- 复算 Recomputation: 一致 Python agrees with every phase'
      : `- 复算 Recomputation: 不一致 ${faults.length} differences`,
    '',
    ...outcomes.flatMap((outcome) => phaseLines(edition, outcome)),
  ].join('\n');
};
