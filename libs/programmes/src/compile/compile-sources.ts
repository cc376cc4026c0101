import type { ChecklistItem, ChecklistSource, MarkScale, PanelCriterion } from '@jiangong/scoring';
import { countOf } from '../parameters.ts';
import { hundredthsOf } from '../shape/word-forms.ts';
import { itemsOfArea } from '../template/items-of-area.ts';
import type {
  BallotRule,
  ChecklistRule,
  CriterionRule,
  ItemRule,
  MeasureRule,
  PanelRule,
  SourceRule,
} from '../template/sources.ts';
import type { Template } from '../template/template.ts';
import { isByCode } from '../votes-by-code.ts';
import { bonusOf } from './compile-bonus.ts';
import { queryOf } from './compile-facts.ts';
import type { CompiledSource, Controls, Filling, Name } from './compiled.ts';
import { electorateTables, PICK_LEVELS, tableIdIn } from './electorate-tables.ts';

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
  formerYears: typeof panel.assign === 'string' ? null : (panel.assign.former ?? null),
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
  levelNames: Object.fromEntries(
    panel.criteria.flatMap(({ id: criterion, names }) => (names ? [[criterion, names] as const] : [])),
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
  ...(measure.compute === undefined ? {} : { compute: queryOf(measure.compute) }),
  document: measure.document,
  name: measure.name ?? null,
});

const itemOf = ({ id, points, starts, per, floor, cap, step = '0.01', measures, group }: ItemRule): ChecklistItem => ({
  id,
  points: hundredthsOf(points),
  starts,
  per: per === undefined ? null : hundredthsOf(per),
  floor: hundredthsOf(floor),
  cap: hundredthsOf(cap ?? points),
  step: hundredthsOf(step),
  measures: Object.entries(measures ?? {}).map(([measure, worth]) => ({ id: measure, points: hundredthsOf(worth) })),
  group: group ?? null,
});

const ownOf = ({ own }: ChecklistRule): ChecklistSource['own'] =>
  own === 'allow' || own === 'others-mean' ? { by: own } : { by: 'party', party: own };

const checklistOf = (id: string, list: ChecklistRule): CompiledSource => {
  const items = list.areas.flatMap((area) => itemsOfArea(area).map((item) => ({ area, item })));
  const named = [...list.areas, ...items.map(({ item }) => item)];
  return {
    id,
    kind: 'checklist',
    table: {
      id,
      kind: 'checklist',
      self: list.self,
      reviews: list.reviews,
      own: ownOf(list),
      areas: list.areas.map((area) => ({
        id: area.id,
        points: hundredthsOf(area.points),
        across: area.across,
        deductMax: area.deductMax === undefined ? null : hundredthsOf(area.deductMax),
        lists: [{ fromPeriod: 1, items: itemsOfArea(area).map(itemOf) }],
      })),
      pointsTotal: hundredthsOf(list.total),
    },
    filling: {
      owners: Object.fromEntries(items.map(({ area, item }) => [item.id, item.by ?? area.by])),
      periods: Object.fromEntries(list.areas.map((area) => [area.id, area.period ?? null])),
      vetoes: items.flatMap(({ item }) => (item.veto ? [item.id] : [])),
      answer: list.answer,
      redrawn: list.redrawn,
    },
    names: Object.fromEntries(named.flatMap(({ id: part, name }): [string, Name][] => (name ? [[part, name]] : []))),
  };
};

const ballotOf = (id: string, ballot: BallotRule, { parties }: Pick<Template, 'parties'>): CompiledSource => ({
  id,
  kind: 'ballot',
  rule: ballot,
  tables: electorateTables(id, ballot),
  filling: {
    tokens: hundredthsOf(ballot.tokens),
    electorates: ballot.electorates.map(({ id: electorate, who, scope, merge, name }) => ({
      ...{ id: electorate, table: tableIdIn(ballot, id, electorate), who, scope },
      ...{ merge: merge ?? null, name: name ?? null },
    })),
    own: ballot.own,
    ...(ballot.controls?.full === undefined ? {} : { fullAtMost: hundredthsOf(ballot.controls.full.atMost) }),
    ...(ballot.pick?.atMost === undefined ? {} : { pickAtMost: countOf(ballot.pick.atMost) }),
    ...(ballot.box ? { box: true } : {}),
    ...(isByCode(ballot, { parties }) ? { byCode: true } : {}),
  },
  names: {
    ...(ballot.pick === undefined ? {} : Object.fromEntries(PICK_LEVELS.map(({ id: level, name }) => [level, name]))),
    ...ballot.names,
  },
});

export const compileSource = (id: string, source: SourceRule, template: Pick<Template, 'parties'>): CompiledSource => {
  switch (source.kind) {
    case 'panel':
      return panelOf(id, source);
    case 'measure':
      return measureOf(id, source);
    case 'checklist':
      return checklistOf(id, source);
    case 'bonus':
      return bonusOf(id, source);
    case 'ballot':
      return ballotOf(id, source, template);
  }
};
