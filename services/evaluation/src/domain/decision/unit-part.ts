import type { Refusal } from '@jiangong/event-store';
import type { Terms } from './award.ts';
import type { Decidable } from './decidable.ts';
import type { DecidedEntry } from './decided-entry.ts';
import { isOnEntries } from './outcome.ts';
import type { TermsReason } from './refusals.ts';
import type { UnitPart } from './unit-division.ts';

/** A round as one unit's committee decides upon it: the whole result lies before it, so that shares and quotas count as the template says. */
export const decidablePart = (round: Decidable, part: UnitPart): Decidable => ({
  ...round,
  committeeId: part.committeeId,
  part,
});

const belowOf = ({ part }: Decidable, entryId: string): string | undefined =>
  part?.entries.find((one) => one.entryId === entryId)?.belowId;

/** Whether it is decided here: of a round that is not divided, everything is. */
export const isDecidedHere = (decidable: Decidable, entryId: string | null): boolean =>
  decidable.part === undefined || (entryId !== null && belowOf(decidable, entryId) !== undefined);

/** What the body decides over. Of a part each comes from the level below its committee: the whole unit is at home in the unit. */
export const decidedEntries = (decidable: Decidable): readonly DecidedEntry[] =>
  decidable.part === undefined
    ? decidable.entries
    : decidable.entries.flatMap((entry) => {
        const homeId = belowOf(decidable, entry.entryId);
        return homeId === undefined ? [] : [{ ...entry, homeId }];
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
  const [more] = exceeding;
  if (more !== undefined) return { reason: 'QUOTA_OF_ALL_UNITS', field: 'exceeding[0]', details: { rule: more } };
  const [choice] = choices;
  return choice && { reason: 'QUOTA_OF_ALL_UNITS', field: 'choices[0]', details: { rule: choice.rule } };
};
