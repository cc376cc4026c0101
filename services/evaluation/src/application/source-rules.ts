import type { CompiledPhase, CompiledSource, CompiledTemplate } from '@jiangong/programmes';
import type { BallotRules } from '../domain/ballot/rules.ts';
import type { BonusRules } from '../domain/bonus/rules.ts';
import type { ChecklistRules } from '../domain/checklist/rules.ts';
import type { JudgedTime } from '../domain/checklist/judged-time.ts';
import type { ContestRules } from '../domain/contest/rules.ts';
import type { DealRules } from '../domain/deal/rules.ts';
import type { MeasureRules } from '../domain/measure/rules.ts';
import type { Seating } from '../domain/round/tables.ts';

/** A template that evaluation can not score by, or parameters that it does not take: merit-projects should not have adopted them. */
export class NotCompiled extends Error {}

export const seatingOf = (source: CompiledSource): readonly Seating[] => {
  if (source.kind !== 'panel') return [];
  const { by, seat, own, controls } = source.filling;
  const limits = controls === null ? {} : { controls };
  const { names, levelNames } = source;
  const levels = Object.keys(levelNames).length === 0 ? {} : { levelNames };
  return [{ sourceId: source.id, by: [by], vote: seat, own, names, ...levels, ...limits }];
};

const LENGTHS = { year: 12, half: 6, '3-years': 36, once: 0 } as const;

const MONTHS = { half: 6, quarter: 3 } as const;

/** Several years are judged together with the last of them; of a phase that is held in each part of the period, its part is. */
export const judgedTime = (
  { period: { length } }: CompiledTemplate,
  year: number,
  phase?: CompiledPhase,
): JudgedTime => {
  const first = String(length === '3-years' ? year - 2 : year).padStart(4, '0');
  const { every, part } = phase ?? {};
  if (part === undefined || (every !== 'half' && every !== 'quarter'))
    return { from: `${first}-01-01`, months: LENGTHS[length] };
  const months = MONTHS[every];
  return { from: `${first}-${String((part - 1) * months + 1).padStart(2, '0')}-01`, months };
};

export const checklistOf = (source: CompiledSource, time: JudgedTime): readonly ChecklistRules[] => {
  if (source.kind !== 'checklist') return [];
  const { owners, periods, vetoes, answer, redrawn } = source.filling;
  const parts = Object.fromEntries(Object.entries(periods).map(([area, part]) => [area, part ?? ('round' as const)]));
  const rules = { sourceId: source.id, owners, parts, time, vetoes, answer, names: source.names };
  return [redrawn === 'period' ? { ...rules, redrawn: true } : rules];
};

export const bonusRulesOf = (
  source: CompiledSource,
  time: JudgedTime,
  { subjects }: CompiledTemplate,
): readonly BonusRules[] => {
  if (source.kind !== 'bonus') return [];
  const { claim, decide, document, levels } = source.filling;
  const bySubject = subjects.some(({ id }) => id === claim);
  return [
    { sourceId: source.id, claim: bySubject ? null : claim, decide, document, levels, time, names: source.names },
  ];
};

/** What is computed from what happened nobody records. */
export const measureOf = (source: CompiledSource, time: JudgedTime): readonly MeasureRules[] => {
  if (source.kind !== 'measure') return [];
  const { id, by, unit, decimals, document, name } = source;
  // What is computed from what was planned and delivered nobody records.
  if (source.from === 'compute')
    return [{ sourceId: id, by: '', computed: 'share-delivered', unit, decimals, document: 'welcome', time, name }];
  if (by === null) return [];
  return [{ sourceId: id, by, unit, decimals, document, time, name }];
};

export const ballotOf = (source: CompiledSource): readonly BallotRules[] => {
  if (source.kind !== 'ballot') return [];
  const { electorates, tokens, own, fullAtMost, pickAtMost, box, byCode } = source.filling;
  const [electorate] = electorates;
  if (source.tables.length === 0 || electorate === undefined)
    throw new NotCompiled(`the ballot ${source.id} is not held yet`);
  const { who, scope, merge } = electorate;
  const rules = { sourceId: source.id, who, scope, tokens, names: source.names };
  const isOneForAll = electorates.length === 1 && merge === null && own === 'allow';
  return [
    {
      ...rules,
      ...(isOneForAll ? {} : { electorates }),
      ...(own === 'allow' ? {} : { ownApart: true }),
      ...(fullAtMost === undefined ? {} : { fullAtMost }),
      ...(pickAtMost === undefined ? {} : { pickAtMost }),
      ...(box === undefined ? {} : { box }),
      ...(byCode === undefined ? {} : { byCode }),
    },
  ];
};

export const contestOf = (source: CompiledSource): readonly ContestRules[] => {
  if (source.kind !== 'panel' || source.filling.part !== 'one') return [];
  const { order, shown } = source.filling;
  return [{ sourceId: source.id, order, shown }];
};

export const dealOf = (source: CompiledSource): readonly DealRules[] => {
  if (source.kind !== 'panel' || source.filling.assignEach === null) return [];
  const { assignEach: each, formerYears } = source.filling;
  return [{ sourceId: source.id, each, formerYears }];
};
