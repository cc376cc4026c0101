import type { RoundFact } from './facts.ts';
import { officesOf } from './offices.ts';
import type { AssignOffice } from './orders.ts';
import type { ScoringRefusal } from './refusals.ts';
import { isRefused, undecided } from './standing.ts';
import { isClosed, isRunning, type Round } from './state.ts';

/**
 * Which organization an office is: said anew as often as one likes until the round is open. From then on somebody may have written for it, and whose
 * own entries others mark is not moved by one person; an office that is none yet is still told.
 */
export const assignOffice = (
  round: Round,
  { office, organizationId, belongs }: AssignOffice,
): readonly RoundFact[] | ScoringRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  if (isClosed(live)) return { reason: 'SCORING_OVER', field: 'roundId' };
  if (!officesOf(live).includes(office)) return { reason: 'OFFICE_UNKNOWN', field: 'office' };
  if (!belongs) return { reason: 'OFFICE_OUTSIDE_COMMITTEE', field: 'organizationId' };
  const before = live.offices?.[office];
  if (before === organizationId) return [];
  if (isRunning(live) && before !== undefined) return { reason: 'OFFICE_ASSIGNED_ALREADY', field: 'office' };
  const { roundId, editionId } = live;
  return [{ type: 'OfficeAssigned.v1', data: { roundId, editionId, office, organizationId } }];
};
