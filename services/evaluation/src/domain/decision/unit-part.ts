import type { Refusal } from '@jiangong/event-store';
import type { Terms } from './award.ts';
import type { Decidable } from './decidable.ts';
import { belowOf, isDecidedHere } from './decided-here.ts';
import type { DecidedEntry } from './decided-entry.ts';
import { isOnEntries } from './outcome.ts';
import type { AwardRule } from './outcome-table.ts';
import type { TermsReason } from './refusals.ts';
import type { RoundIds } from './taken-facts.ts';
import type { UnitPart } from './unit-division.ts';

/** A round as one unit's committee decides upon it: the whole result lies before it, so that shares and quotas count as the template says. */
export const decidablePart = (round: Decidable, part: UnitPart): Decidable => ({
  ...round,
  committeeId: part.committeeId,
  part,
});

/** What facts of a decision name it by. */
export const takenIds = ({ roundId, editionId, part }: Decidable): RoundIds => ({
  roundId,
  editionId,
  ...(part === undefined ? {} : { unitId: part.committeeId }),
});

/** A rule that counts within each branch concerns nobody but the branch whose meeting decides: it chooses and exceeds as a whole body does. */
const isOwnAffair = ({ byBranches, outcome }: Decidable, id: string): boolean =>
  byBranches === true && outcome.find((rule) => rule.id === id)?.within === 'home';

/**
 * What the body of that committee decides over. Of a part each comes from the level below its own committee: the whole unit is at home in
 * the unit. Before a body above it, it comes from the unit.
 */
export const decidedEntries = (decidable: Decidable, bodyOf = decidable.committeeId): readonly DecidedEntry[] =>
  decidable.part === undefined
    ? decidable.entries
    : decidable.entries.flatMap((entry) => {
        const belowId = belowOf(decidable, entry.entryId);
        if (belowId === undefined) return [];
        return [{ ...entry, homeId: bodyOf === decidable.committeeId ? belowId : decidable.committeeId }];
      });

/**
 * What a unit's committee may not decide: over another unit's entries, over more than its own share of what all units have together, and by
 * rules whose awards are no single entry's.
 */
export const partRefusal = (
  decidable: Decidable,
  { departures, choices, exceeding }: Terms,
): Refusal<TermsReason> | undefined => {
  if (decidable.part === undefined) return undefined;
  const undivided = decidable.outcome.find((rule) => !isOnEntries(rule));
  if (undivided !== undefined)
    return { reason: 'OUTCOME_IMPOSSIBLE', field: 'roundId', details: { problem: 'RULE_UNDIVIDED', at: undivided.id } };
  const foreign = departures.findIndex(({ entryId }) => !isDecidedHere(decidable, entryId));
  if (foreign !== -1) return { reason: 'ENTRY_OF_ANOTHER_UNIT', field: `departures[${foreign}].entryId` };
  const more = exceeding.findIndex((rule) => !isOwnAffair(decidable, rule));
  if (more !== -1)
    return { reason: 'QUOTA_OF_ALL_UNITS', field: `exceeding[${more}]`, details: { rule: exceeding[more] ?? '' } };
  const choice = choices.findIndex(({ rule }) => !isOwnAffair(decidable, rule));
  if (choice === -1) return undefined;
  return {
    reason: 'QUOTA_OF_ALL_UNITS',
    field: `choices[${choice}]`,
    details: { rule: choices[choice]?.rule ?? '' },
  };
};

/** What a rule gave by the result, and what it gives after the body's departures, in entries; `limited`: it gives to so many at most. */
type Given = Readonly<{ rule: AwardRule; limited: boolean; before: readonly string[]; after: readonly string[] }>;

/** The class in which a rule counts an entry. */
const classOf = ({ within }: AwardRule, { track, homeId }: DecidedEntry): string => {
  switch (within) {
    case 'all':
      return '';
    case 'category':
      return track;
    case 'home':
      return homeId;
  }
};

/**
 * In no class more than the result gives the part, also where a place is free: whoever decides in another unit would find the same place
 * free, and both together would go beyond the number.
 */
export const shareRefusal = (decidable: Decidable, given: readonly Given[]): Refusal<TermsReason> | undefined => {
  if (decidable.part === undefined) return undefined;
  const own = decidable.entries.filter(({ entryId }) => isDecidedHere(decidable, entryId));
  for (const { rule, limited, before, after } of given) {
    if (!limited || isOwnAffair(decidable, rule.id)) continue;
    const countIn = (of: string, entryIds: readonly string[]): number =>
      own.filter((entry) => classOf(rule, entry) === of && entryIds.includes(entry.entryId)).length;
    for (const of of new Set(own.map((entry) => classOf(rule, entry)))) {
      const details = { rule: rule.id, planned: countIn(of, before), given: countIn(of, after) };
      if (details.given > details.planned) return { reason: 'QUOTA_OF_ALL_UNITS', field: 'departures', details };
    }
  }
  return undefined;
};
