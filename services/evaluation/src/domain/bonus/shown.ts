import { type BonusGround, decidesFor, mayClaim } from './ground.ts';
import type { Bonus } from './state.ts';

/** In what right somebody reads claims. `second`: one who may carry out what is proposed about them. */
export type BonusReader = Readonly<{ ground: BonusGround; second: boolean }>;

/**
 * What of an entry's claims somebody may read: whoever is judged and the office that decides, all of that source; a second person,
 * what was proposed to him. Nobody else reads anything. What is only proposed is no matter of those who are judged.
 */
export const shownOf = (bonus: Bonus, { ground, second }: BonusReader): Bonus => {
  const proposed = new Set(bonus.proposals.map(({ terms }) => terms.claimId));
  const claims = bonus.claims.filter(({ sourceId, claimId }) => {
    const rules = ground.bonuses.find(({ source }) => source.id === sourceId)?.rules;
    if (rules === undefined) return false;
    return ground.isSubject || decidesFor(ground, rules) !== undefined || (second && proposed.has(claimId));
  });
  const told = new Set(claims.map(({ claimId }) => claimId));
  return {
    claims,
    proposals: ground.isSubject ? [] : bonus.proposals.filter(({ terms }) => told.has(terms.claimId)),
  };
};

/** Whether somebody may read anything of an entry's claims at all. */
export const readsAny = (bonus: Bonus, { ground, second }: BonusReader): boolean =>
  ground.isSubject ||
  ground.bonuses.some(({ rules }) => decidesFor(ground, rules) !== undefined) ||
  (second && bonus.proposals.length > 0);

/** What a reader may do with the claims of a source, were it the time for it. Orders are decided by their own rules. */
export const rightsIn = (ground: BonusGround, sourceId: string): Readonly<{ claims: boolean; decides: boolean }> => {
  const rules = ground.bonuses.find(({ source }) => source.id === sourceId)?.rules;
  if (rules === undefined) return { claims: false, decides: false };
  const office = decidesFor(ground, rules);
  const concerned = ground.subjectId === ground.personId || ground.answerable.includes(ground.personId);
  return {
    claims: mayClaim(ground, rules),
    decides: office !== undefined && !concerned && office.organizationId !== ground.subjectId,
  };
};
