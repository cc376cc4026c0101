import { hundredthsOf } from '../shape/word-forms.ts';
import { itemsOfBonus } from '../template/bonus-items.ts';
import type { BonusRule } from '../template/sources.ts';
import type { Path } from '../tree.ts';
import type { Checked } from './checked.ts';
import { checkFiller } from './fillers.ts';

const isSubject = ({ template }: Checked, id: string): boolean =>
  template.subjects.some((subject) => subject.id === id);

/** Groups whose items are worth something, and are called by their ids alone. */
const checkGroups = ({ groups, cap: whole }: BonusRule, path: Path, { faults }: Checked): void => {
  const seen = new Set<string>();
  groups.forEach((group, at) => {
    const { cap, items, levels } = group;
    const here = [...path, 'groups', at];
    if (cap !== undefined && whole !== undefined && hundredthsOf(cap) > hundredthsOf(whole))
      faults.add('MARK_ABOVE_POINTS', [...here, 'cap'], { given: cap, points: whole });
    if (levels === undefined && (items === undefined || Array.isArray(items)))
      faults.add('BONUS_WORTHLESS', here, { given: group.id });
    const worths = Object.values(levels ?? {}).map(hundredthsOf);
    if (new Set(worths).size < worths.length) faults.add('LEVELS_NOT_DISTINCT', [...here, 'levels']);
    const known = itemsOfBonus(group);
    for (const { id } of known) {
      if (seen.has(id)) faults.add('NAMED_TWICE', here, { given: id });
      seen.add(id);
    }
    const parts = new Set([...known.map(({ id }) => id), ...Object.keys(levels ?? {})]);
    for (const id of Object.keys(group.names ?? {}))
      if (!parts.has(id)) faults.add('PART_UNKNOWN', [...here, 'names'], { source: String(path[1]), given: id });
  });
};

export const checkBonus = (source: BonusRule, path: Path, checked: Checked): void => {
  if (!isSubject(checked, source.claim)) checkFiller(source.claim, [...path, 'claim'], undefined, checked);
  checkFiller(source.decide, [...path, 'decide'], undefined, checked);
  if (source.claim === source.decide) checked.faults.add('BONUS_ALONE', [...path, 'decide'], { given: source.decide });
  checkGroups(source, path, checked);
};
