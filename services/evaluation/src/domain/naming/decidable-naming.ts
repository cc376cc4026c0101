import type { Decidable } from '../decision/decidable.ts';
import type { DecidedEntry } from '../decision/decided-entry.ts';
import type { ComputedNaming } from './state.ts';

/** Those who are in under the reading that applies: each is put forward by the list itself. */
export const namedEntries = ({ latest, subjects }: ComputedNaming): readonly DecidedEntry[] =>
  subjects
    .filter(({ readings }) => readings.some((one) => one.reading === latest.reading && one.in))
    .map(({ organizationId }) => ({
      entryId: organizationId,
      subject: { kind: 'organization', id: organizationId },
      nominatorId: organizationId,
      homeId: organizationId,
      track: '',
      title: '',
      answerable: [],
    }));

/** A naming as the rule book of decisions reads it: a list, each on it to be confirmed or left out with a reason. */
export const decidableNaming = (naming: ComputedNaming): Decidable => {
  const { latest, outdatedBy, proposals, annulled, taken } = naming;
  const { roundId, editionId, committeeId, resultHash, computedAt, outcome, party, notice } = latest;
  return {
    roundId,
    editionId,
    committeeId,
    basis: 'list',
    phase: null,
    result: { resultHash, computedAt, ranking: [] },
    before: null,
    entries: namedEntries(naming),
    outcome,
    rolls: [],
    party,
    notice,
    outdated: outdatedBy.length > 0,
    outstanding: [],
    annulments: proposals,
    annulled,
    taken,
  };
};
