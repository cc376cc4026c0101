import type { Edition } from './stages.ts';

type Of = Pick<Edition, 'intake' | 'tracks'>;

/** A list of people is computed, and two take one off it. */
export const listsPeople = ({ intake }: Pick<Edition, 'intake'>): boolean => intake === 'computed-list';

/** Every member stands on the roll, which one office puts right as every other roll. */
const enrolsPeople = ({ intake, tracks }: Of): boolean =>
  intake === 'whole-roll' && tracks.every(({ kind }) => kind === 'person');

/** Whoever holds an office stands on the roll, which one office puts right, and brings a report of his own. */
const enrolsHolders = ({ intake, tracks }: Of): boolean =>
  intake === 'whole-roll' && tracks.every(({ kind }) => kind === 'office-holder');

export const isOfPeople = (one: Of): boolean => listsPeople(one) || enrolsPeople(one) || enrolsHolders(one);

/** Whether whoever stands on it may be asked to bring something: nobody asks members for that. */
export const mayBring = (one: Of): boolean => !listsPeople(one) && !enrolsPeople(one);

/** What the roll is called. */
export const titleWord = (one: Of) => {
  if (listsPeople(one)) return 'roll.peopleTitle' as const;
  if (enrolsHolders(one)) return 'roll.holdersTitle' as const;
  return enrolsPeople(one) ? ('roll.membersTitle' as const) : ('roll.title' as const);
};

/** What is said where somebody is put on it who was missed. */
export const missedWord = (one: Of) => {
  if (listsPeople(one)) return 'roll.addMissedLead' as const;
  return enrolsHolders(one) ? ('roll.addHolderLead' as const) : ('roll.addMemberLead' as const);
};

/** What is said of who enters and how. */
export const enteringWord = (one: Of, isBringing: boolean) => {
  if (listsPeople(one)) return 'roll.enterPeople' as const;
  if (enrolsPeople(one)) return 'roll.enrolsPeople' as const;
  if (enrolsHolders(one) && isBringing) return 'roll.bringsHolders' as const;
  return isBringing ? ('roll.brings' as const) : ('roll.enters' as const);
};
