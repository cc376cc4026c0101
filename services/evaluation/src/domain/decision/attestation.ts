import { ATTESTED_MIN } from './body.ts';
import type { Minutes } from './state.ts';

const majority = (of: number): number => Math.max(ATTESTED_MIN, Math.floor(of / 2) + 1);

/**
 * Whether these attestations are enough: as many as the template asks, and for every entry that somebody present is recused
 * from, a majority of those present who are not.
 */
export const isAttested = ({ body, attestationsNeeded }: Minutes, attestedBy: readonly string[]): boolean => {
  if (attestedBy.length < attestationsNeeded) return false;
  const present = body.filter((member) => member.present);
  const touched = new Set(present.flatMap(({ recused }) => recused.map(({ entryId }) => entryId)));
  return [...touched].every((entryId) => {
    const deciding = present.filter(({ recused }) => !recused.some((one) => one.entryId === entryId));
    const attested = deciding.filter(({ personId }) => attestedBy.includes(personId)).length;
    return attested >= majority(deciding.length);
  });
};
