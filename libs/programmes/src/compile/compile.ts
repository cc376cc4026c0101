import type { PhaseTables, Row } from '@jiangong/scoring';
import { Faults, type Problem, problemsOf } from '../faults.ts';
import { checkValues, countOf, type ParameterValues, withParameters } from '../parameters.ts';
import { partedTemplate } from '../parts-of-period.ts';
import { phaseOfStage } from '../round-stages.ts';
import { momentOf } from '../stage-windows.ts';
import type { NoticeRule, StageRule } from '../template/calendar.ts';
import { manyOf } from '../template/names.ts';
import type { Quota } from '../template/parties.ts';
import type { Template } from '../template/template.ts';
import { NOWHERE } from '../tree.ts';
import { checkWorking } from '../validate.ts';
import { compileRule } from './compile-outcome.ts';
import { phasesOf } from './compile-phases.ts';
import { compileSource } from './compile-sources.ts';
import { compileTests } from './compile-facts.ts';
import { sourceTables } from './electorate-tables.ts';
import type { CompiledNotice, CompiledQuota, CompiledStage, CompiledTemplate } from './compiled.ts';

export type Compilation =
  | Readonly<{ kind: 'compiled'; compiled: CompiledTemplate }>
  /** What the edition may not set, or what would not work with it. */
  | Readonly<{ kind: 'refused'; problems: readonly Problem[] }>;

const quotaOf = (quota: Quota | undefined): CompiledQuota | null => {
  if (!quota) return null;
  const least = quota.least === undefined ? 0 : countOf(quota.least);
  if (quota.onePer === undefined)
    return { of: quota.of, rule: { kind: 'count', count: countOf(quota.count ?? 0) }, least };
  const [one, counted] = quota.onePer.split(' ') as [string, 'members' | 'branches' | 'entries'];
  return { of: quota.of, rule: { kind: 'per', one: Number(one), counted, round: quota.round ?? 'down' }, least };
};

const stageOf = (template: Template, stage: StageRule): CompiledStage => ({
  id: stage.id,
  act: stage.act,
  by: manyOf(stage.by),
  phase: phaseOfStage(template, stage) ?? stage.phase ?? null,
  opens: momentOf(stage.opens),
  closes: momentOf(stage.closes),
  every: stage.every ?? null,
  with: stage.with ?? null,
  gap: stage.gap === undefined ? null : countOf(stage.gap),
  ours: stage.ours ?? false,
});

const noticeOf = (notice: NoticeRule): CompiledNotice => ({
  ...notice,
  days: countOf(notice.days),
  objections: notice.objections ?? null,
  answerIn: notice.answerIn ?? null,
});

const tablesOf = (template: Template, values: ParameterValues): CompiledTemplate => {
  const whole = withParameters(template, values);
  const filled = partedTemplate(whole);
  const { intake } = filled;
  const quota = quotaOf(intake.quota);
  return {
    schema: filled.schema,
    id: filled.id,
    name: filled.name,
    series: filled.series ?? null,
    period: filled.period,
    parameters: Object.fromEntries(
      Object.entries(template.parameters).map(([name, { value }]) => [name, values[name] ?? value]),
    ),
    subjects: filled.subjects.map((subject) => ({
      ...subject,
      needs: compileTests(subject.needs),
      quota: quotaOf(subject.quota) ?? quota,
      documents: subject.documents ?? intake.documents,
    })),
    intake: { ...intake, quota },
    parties: filled.parties,
    calendar: filled.calendar.map((stage) => stageOf(filled, stage)),
    sources: Object.entries(filled.sources)
      .map(([id, source]) => compileSource(id, source, filled))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    phases: phasesOf(filled).map((phase, at) => (filled === whole ? phase : { ...phase, part: at + 1 })),
    outcome: filled.outcome.map((rule) => compileRule(rule, filled)),
    duties: filled.duties,
    notices: filled.notices.map(noticeOf),
    documents: filled.documents,
    words: filled.words,
  };
};

/**
 * The tables of a validated template with an edition's parameters, or why these can not be. What worked with the template's
 * own values is checked again with the edition's, but for the days: those are the edition's own (`stageOrderFaults`).
 */
export const compile = (template: Template, values: ParameterValues = {}): Compilation => {
  const faults = new Faults();
  checkValues(template, values, faults);
  if (faults.all.length === 0)
    checkWorking({ template: withParameters(template, values), faults, year: undefined, gaps: false });
  if (faults.all.length === 0) return { kind: 'compiled', compiled: tablesOf(template, values) };
  return { kind: 'refused', problems: problemsOf({ ...NOWHERE, kind: 'text', text: '' }, faults.all) };
};

/** What the engine of libs/scoring computes with; undefined where a source is one that it does not compute yet. */
export const phaseTablesOf = ({ sources, phases }: CompiledTemplate): PhaseTables | undefined => {
  const tables = sources.flatMap(sourceTables);
  if (sources.some((source) => sourceTables(source).length === 0)) return undefined;
  return {
    tablesVersion: 2,
    sources: tables,
    // Every source is one that is computed, so every row is.
    phases: phases.map(({ id, every, admits, within, rows, score, decimals, rank }) => ({
      id,
      ...(every === undefined ? {} : { every }),
      admits,
      within,
      rows: rows as readonly Row[],
      score,
      decimals,
      rank,
    })),
  };
};
