import type { Edition } from './stages.ts';

type Of = Pick<Edition, 'intake' | 'tracks'>;

/** A list of people is computed, and two take one off it. */
export const listsPeople = ({ intake }: Pick<Edition, 'intake'>): boolean => intake === 'computed-list';

/** Every member stands on the roll, which one office puts right as every other roll. */
const enrolsPeople = ({ intake, tracks }: Of): boolean =>
  intake === 'whole-roll' && tracks.every(({ kind }) => kind === 'person');

export const isOfPeople = (one: Of): boolean => listsPeople(one) || enrolsPeople(one);

/** What is said of who enters and how. */
export const enteringWord = (one: Of, isBringing: boolean) => {
  if (listsPeople(one)) return 'roll.enterPeople' as const;
  if (enrolsPeople(one)) return 'roll.enrolsPeople' as const;
  return isBringing ? ('roll.brings' as const) : ('roll.enters' as const);
};
