import type { OrganizationFact } from './facts.ts';
import { absent, evolve, type Organization } from './organization.ts';

/** A fact and the day it was entered. */
export type EnteredFact = Readonly<{ fact: OrganizationFact; enteredOn: string }>;

/** The day from which a fact counts: the one it names, or the one it was entered on. */
const countsFrom = ({ fact, enteredOn }: EnteredFact): string => {
  if (fact.type === 'OrganizationFounded.v1') return fact.data.foundedOn;
  return 'effectiveOn' in fact.data ? fact.data.effectiveOn : enteredOn;
};

/**
 * An organization as it stood on a day, by what is known today: what was entered late counts from the day on which it took effect.
 * Absent before its first day.
 */
export const organizationOn = (facts: readonly EnteredFact[], day: string): Organization =>
  facts
    .filter((entered) => countsFrom(entered) <= day)
    .reduce<Organization>((organization, { fact }) => {
      // Whatever was entered before the founding's own day counts from there at the earliest.
      if (organization.kind === 'absent' && fact.type !== 'OrganizationFounded.v1') return organization;
      return evolve(organization, fact);
    }, absent);
