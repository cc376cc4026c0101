import type { EditionRecord } from '../domain/series/decider.ts';
import type { Evaluation } from './evaluation.ts';
import { roundIdOf } from './streams.ts';

/** The editions of a series as the naming reads them; awards come from the rounds' own streams, which are never behind. */
export const seriesEditions = async (
  { knowledge, readRound }: Evaluation,
  seriesId: string,
): Promise<readonly EditionRecord[]> => {
  const editions = await knowledge.seriesEditions(seriesId);
  return Promise.all(
    editions.map(async (edition): Promise<EditionRecord> => {
      const { round } = await readRound(roundIdOf(edition.editionId));
      if (round.kind !== 'commended') return { ...edition, commended: false, firstPrizes: [] };
      // The first prize is the first grade of the round's own plan.
      const first = round.plan.grades[0]?.id;
      const winners = round.awards.entries.filter(({ grade }) => grade === first).map(({ unitId }) => unitId);
      return { ...edition, commended: true, firstPrizes: [...new Set(winners)].sort() };
    }),
  );
};
