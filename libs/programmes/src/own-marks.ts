import { enrolsPeople } from './roll.ts';
import { itemsOfArea } from './template/items-of-area.ts';
import type { ChecklistRule } from './template/sources.ts';
import type { Template } from './template/template.ts';

/** Offices that mark the lists of those who mark everybody else's. */
const ABOVE: readonly string[] = ['unit-officer', 'committee-officer'];

/**
 * Whether somebody marks what is an owner's own: of members whom the secretaries of their branches mark, an office above them marks those who
 * are secretaries. Its items are marked, not counted, and once for the whole round: who is a secretary may change from one part to the next.
 */
export const isOwnMarked = ({ own, reviews, areas }: ChecklistRule, template: Template): boolean => {
  const roleOf = (party: string): string => template.parties[party]?.role ?? '';
  const areMarked = areas.every(
    (area) =>
      area.period === undefined &&
      itemsOfArea(area).every(({ per, by }) => per === undefined && roleOf(by ?? area.by) === 'branch-secretary'),
  );
  return areMarked && enrolsPeople(template) && ABOVE.includes(roleOf(own)) && !reviews.includes(own);
};
