import type { Faults } from './faults.ts';
import { hasParts } from './parts-of-period.ts';
import { isOwnMarked } from './own-marks.ts';
import { itemsOfArea } from './template/items-of-area.ts';
import type { ChecklistRule } from './template/sources.ts';
import type { Template } from './template/template.ts';

/** Offices of which one alone would mark nobody's own entries. */
const OFFICES_LEAST = 2;

/** The office that owns each item of a list. */
const ownersOf = ({ areas }: ChecklistRule): readonly string[] => [
  ...new Set(areas.flatMap((area) => itemsOfArea(area).map(({ by }) => by ?? area.by))),
];

/**
 * Whose own entries others mark is known of offices within a party, for they are organizations: all items are theirs, and their party reviews
 * the list, so that each of them may mark for another.
 */
const haveOwn = (list: ChecklistRule, { parties }: Template): boolean => {
  const found = Object.entries(parties).filter(([, { members = [] }]) =>
    ownersOf(list).some((owner) => members.includes(owner)),
  );
  return (
    list.own === 'others-mean' &&
    ownersOf(list).every((owner) => !Object.hasOwn(parties, owner)) &&
    found.every(([id, { members = [] }]) => list.reviews.includes(id) && members.length >= OFFICES_LEAST)
  );
};

/** Whoever belongs to a unit below the committee acts for the office that it is, by a role over all that the edition judges. */
const areMapped = (list: ChecklistRule, { parties }: Template): boolean =>
  ownersOf(list).every((owner) => {
    if (Object.hasOwn(parties, owner)) return true;
    const party = Object.values(parties).find(({ members }) => members?.includes(owner));
    return party?.role === 'appraisal-office' && party.scope === 'edition';
  });

/** Rules of a check-list that nobody keeps. */
export const checklistNotYet = (id: string, list: ChecklistRule, template: Template, faults: Faults): void => {
  const broken = {
    own: list.own !== 'allow' && !haveOwn(list, template) && !isOwnMarked(list, template),
    // Within one round a list stays as it was when the round opened.
    redrawn: list.redrawn !== 'edition' && !hasParts(template),
    areas: !areMapped(list, template),
  };
  for (const [rule, isBroken] of Object.entries(broken))
    if (isBroken) faults.add('PANEL_RULE_NOT_YET', ['sources', id, rule], { given: id, rule });
};
