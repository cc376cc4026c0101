import type { Decidable } from '../decision/decidable.ts';
import type { DecidedEntry } from '../decision/decided-entry.ts';
import type { LookedAt } from './facts.ts';
import type { ComputedNaming } from './state.ts';

/** Whether somebody stands on the list: in under the reading that applies, unless the list was put right in him. */
export const isListed = ({ latest, corrections }: ComputedNaming, { organizationId, readings }: LookedAt): boolean => {
  const correction = corrections.findLast((one) => one.organizationId === organizationId);
  return correction === undefined
    ? readings.some((one) => one.reading === latest.reading && one.in)
    : correction.change === 'put-on';
};

/** Those who stand on it: each is put forward by the list itself. */
export const namedEntries = (naming: ComputedNaming): readonly DecidedEntry[] =>
  naming.subjects
    .filter((subject) => isListed(naming, subject))
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
  const { latest, listHash: resultHash, outdatedBy, proposals, annulled, taken } = naming;
  const { roundId, editionId, committeeId, computedAt, outcome, party, notice } = latest;
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
