import { refused } from '@jiangong/service-host';
import { CANDIDATES_SEEN_MAX } from '../domain/limits.ts';
import { candidateIn, type CandidateSeen, seatedRoles } from '../domain/round/candidates.ts';
import { isPrepared } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';

export type CandidateListed = CandidateSeen & Readonly<{ otherSeats: number }>;

/** Who may get a seat in a round, seen now. Throws `ROUND_NOT_FOUND`, and `SEARCH_TOO_WIDE` where there are too many to look through. */
export const listCandidates =
  ({ ground, knowledge, readRound }: Evaluation) =>
  async (
    { roundId, organizationId }: Readonly<{ roundId: string; organizationId: string }>,
    { wait }: Readonly<{ wait: boolean }>,
  ): Promise<readonly CandidateListed[]> => {
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    const now = ground.clock.now();
    const limit = CANDIDATES_SEEN_MAX + 1;
    const ids = await knowledge.holders({ roles: seatedRoles(round), now, organizationId, limit });
    if (ids.length === limit)
      throw refused({
        reason: 'SEARCH_TOO_WIDE',
        field: 'organizationId',
        details: { peopleMax: CANDIDATES_SEEN_MAX },
      });
    const [people, seats] = await Promise.all([
      knowledge.people(ids, { committeeId: round.committeeId, now, wait }),
      knowledge.seatsHeld(ids, roundId),
    ]);
    return [...people.values()].flatMap((person) => {
      const seen = candidateIn(round, person);
      return seen === undefined ? [] : [{ ...seen, otherSeats: seats.get(person.personId) ?? 0 }];
    });
  };
