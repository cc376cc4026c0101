import type { RoundTerms } from './proposal.ts';
import type { ScoringRefusal } from './refusals.ts';
import { entryOf, isRunning, latestResult, type LiveRound, seatOf } from './state.ts';

/** Seats that an act would open, free or fill. */
const seatsIn = (terms: RoundTerms): readonly string[] => {
  switch (terms.act) {
    case 'ReopenRound':
    case 'ReopenEntry':
      return terms.seatIds;
    case 'VacateSeat':
    case 'ExcuseSeat':
    case 'DrawReplacement':
      return [terms.seatId];
    default:
      return [];
  }
};

const isOwnSeat = (round: LiveRound, terms: RoundTerms, personId: string): boolean => {
  if (terms.act === 'LiftRecusal' || terms.act === 'DismissConflict') return terms.personId === personId;
  if (terms.act === 'DrawReplacement' && terms.personIds.includes(personId)) return true;
  const own = seatOf(round, personId);
  return own !== undefined && seatsIn(terms).includes(own.seatId);
};

/**
 * Neither who proposes nor who carries out is one whom it is about: an officer who sits in the panel has another propose what happens to
 * his seat or his recusal, and nobody chooses between entries of which he answers for one.
 */
export const ownMatterRefusal = (round: LiveRound, terms: RoundTerms, personId: string): ScoringRefusal | undefined => {
  if (isOwnSeat(round, terms, personId)) return { reason: 'OWN_SEAT', field: 'terms' };
  if (terms.act !== 'ChooseGoingOn' || !isRunning(round)) return undefined;
  const open = (latestResult(round)?.edges ?? []).flatMap(({ entryIds }) => entryIds);
  const own = open.find((id) => {
    const entry = entryOf(round, id);
    return entry?.subject.id === personId || entry?.answerable.includes(personId) === true;
  });
  return own === undefined ? undefined : { reason: 'OWN_CHOICE', field: 'terms.entryIds', details: { entryId: own } };
};
