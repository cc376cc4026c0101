import type { MarkScale, PanelCriterion } from '@jiangong/scoring';
import { hundredthsOf } from '../shape/word-forms.ts';
import type { CriterionRule, MeasureRule, PanelRule, SourceRule } from '../template/sources.ts';
import type { CompiledSource, Controls, Filling, Name } from './compiled.ts';

const scaleOf = ({ step = '0.01', bands, ranges, levels }: CriterionRule): MarkScale => {
  if (bands) return { kind: 'bands', bands: bands.map(hundredthsOf) };
  if (levels)
    return {
      kind: 'levels',
      levels: Object.entries(levels)
        .map(([id, share]) => ({ id, share: hundredthsOf(share) }))
        .sort((a, b) => b.share - a.share),
    };
  if (!ranges) return { kind: 'step', step: hundredthsOf(step) };
  return {
    kind: 'ranges',
    step: hundredthsOf(step),
    ranges: ranges.map(([low = '0', high = '0']) => [hundredthsOf(low), hundredthsOf(high)] as const),
  };
};

const criterionOf = (criterion: CriterionRule): PanelCriterion => ({
  id: criterion.id,
  points: hundredthsOf(criterion.points),
  scale: scaleOf(criterion),
});

const controlsOf = ({ controls }: PanelRule): Controls | null =>
  controls
    ? {
        fullAtMost: controls.full ? hundredthsOf(controls.full.atMost) : null,
        spread: Object.fromEntries(
          Object.entries(controls.spread ?? {}).map(([level, share]) => [level, hundredthsOf(share)]),
        ),
        distinct: controls.distinct ?? false,
      }
    : null;

const fillingOf = (panel: PanelRule): Filling => ({
  by: panel.by,
  seat: panel.vote,
  own: panel.own,
  assignEach: typeof panel.assign === 'string' ? null : panel.assign.each,
  shown: panel.shown,
  part: panel.part,
  order: panel.order,
  controls: controlsOf(panel),
});

const panelOf = (id: string, panel: PanelRule): CompiledSource => ({
  id,
  kind: 'panel',
  table: {
    id,
    kind: 'panel',
    marks: panel.marks,
    criteria: panel.criteria.map(criterionOf),
    pointsTotal: hundredthsOf(panel.total),
  },
  filling: fillingOf(panel),
  names: Object.fromEntries(
    panel.criteria.flatMap(({ id: criterion, name }): [string, Name][] => (name ? [[criterion, name]] : [])),
  ),
});

const measureOf = (id: string, measure: MeasureRule): CompiledSource => ({
  id,
  kind: 'measure',
  table: { id, kind: 'measure', better: measure.better },
  unit: measure.unit,
  decimals: measure.decimals,
  from: measure.from,
  by: measure.by ?? null,
  document: measure.document,
});

export const compileSource = (id: string, source: SourceRule): CompiledSource => {
  switch (source.kind) {
    case 'panel':
      return panelOf(id, source);
    case 'measure':
      return measureOf(id, source);
    case 'checklist':
      return { id, kind: 'checklist', rule: source };
    case 'bonus':
      return { id, kind: 'bonus', rule: source };
    case 'ballot':
      return { id, kind: 'ballot', rule: source };
  }
};
