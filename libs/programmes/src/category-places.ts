import type { Faults } from './faults.ts';
import type { Template } from './template/template.ts';
import type { Test } from './template/tests.ts';

type Rule = Template['outcome'][number];

const asksCategory = (test: Test): boolean =>
  ('anyOf' in test ? test.anyOf : [test]).some(({ fact }) => fact === 'entry.category');

/** Takes so many places of an order in which everybody stands. */
const takesPlaces = ({ first, firstShare, next, nextShare, last, lastShare }: Rule): boolean =>
  [first, firstShare, next, nextShare, last, lastShare].some((one) => one !== undefined);

/**
 * Places for one category, counted in an order in which all categories stand: whoever of another one stands before takes a place and is given
 * nothing, so that places stay empty that the rule meant to give. Apart by category, or where the next moves up, nobody stands in the way.
 */
export const categoryPlacesNotYet = ({ outcome, subjects }: Template, faults: Faults): void =>
  outcome.forEach((rule, at) => {
    const { id, needs, within, among, giveWay } = rule;
    if (subjects.length < 2 || within === 'category' || giveWay || !takesPlaces(rule)) return;
    // What an earlier rule gave may be one category's alone already.
    if (among !== undefined && among.length > 0) return;
    needs.forEach((test, index) => {
      if (asksCategory(test)) faults.add('PLACES_NOT_YET', ['outcome', at, 'needs', index], { rule: id });
    });
  });
