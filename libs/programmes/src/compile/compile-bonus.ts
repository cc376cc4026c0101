import { hundredthsOf } from '../shape/word-forms.ts';
import { itemsOfBonus } from '../template/bonus-items.ts';
import type { BonusRule } from '../template/sources.ts';
import type { CompiledSource, Name } from './compiled.ts';

const capOf = (cap: string | undefined): number | null => (cap === undefined ? null : hundredthsOf(cap));

export const bonusOf = (id: string, rule: BonusRule): CompiledSource => {
  const groups = rule.groups.map((group) => ({ ...group, items: itemsOfBonus(group) }));
  return {
    id,
    kind: 'bonus',
    table: {
      id,
      kind: 'bonus',
      cap: capOf(rule.cap),
      once: rule.once === 'family',
      groups: groups.map((group) => ({
        id: group.id,
        cap: capOf(group.cap),
        items: group.items.map(({ id: item, points, cap }) => ({ id: item, points, cap })),
      })),
    },
    filling: {
      claim: rule.claim,
      decide: rule.decide,
      document: rule.document,
      levels: Object.fromEntries(groups.flatMap(({ items }) => items.map((item) => [item.id, item.levels]))),
    },
    names: Object.fromEntries(
      groups.flatMap((group): readonly [string, Name][] => [
        ...(group.name ? [[group.id, group.name] as [string, Name]] : []),
        ...Object.entries(group.names ?? {}),
      ]),
    ),
  };
};
