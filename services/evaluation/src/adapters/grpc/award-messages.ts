import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import type { StoredEvent } from '@jiangong/event-store';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { DecidedRound } from '../../domain/round/state.ts';

type FactOf<T extends RoundFact['type']> = Extract<RoundFact, { type: T }>['data'];

/** The data of all facts of one type, in order, with when they became true. */
export const factsOf = <T extends RoundFact['type']>(
  events: readonly StoredEvent[],
  type: T,
): readonly Readonly<{ data: FactOf<T>; at: string }>[] =>
  events
    .filter((event) => event.type === type)
    .map((event) => ({ data: event.data as FactOf<T>, at: event.entry.occurredAt }));

/** What was decided. Before the circular this is for a recorded read only. */
export const awardsMessage = ({ plan, entries, awards }: DecidedRound): rpc.Awards => ({
  entries: awards.entries.map(({ entryId, unitId, grade, rank }) => {
    const named = plan.grades.find(({ id }) => id === grade);
    const title = entries.find((entry) => entry.entryId === entryId)?.title ?? '';
    const award = 'outstanding-performance';
    return { entryId, unitId, title, award, grade, gradeZh: named?.nameZh ?? '', gradeEn: named?.nameEn ?? '', rank };
  }),
  leaders: awards.leaders.map(({ personId, entryId }) => ({ personId, entryId })),
  organizations: awards.organizations.map(({ organizationId, place, declared, awarded }) => ({
    organizationId,
    award: 'excellent-organization',
    place,
    declared,
    awarded,
  })),
});

export const tallyMessages = (events: readonly StoredEvent[]): readonly rpc.Tally[] =>
  factsOf(events, 'ResultComputed.v1').map(({ data, at }) => ({
    rulesHash: data.rulesHash,
    inputsHash: data.inputsHash,
    algorithmHash: data.algorithmHash,
    resultHash: data.resultHash,
    decimals: data.decimals,
    ranking: data.ranking.map(({ entryId, rank, score }) => ({ entryId, rank, score })),
    unranked: data.unranked,
    excluded: data.excluded,
    computedAt: at,
  }));
