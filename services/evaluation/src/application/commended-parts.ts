import type { Award } from '../domain/decision/award.ts';
import type { Decidable } from '../domain/decision/decidable.ts';
import { wholeOf } from '../domain/round/decide-decision.ts';
import type { Decisions } from './decisions.ts';

/** What was awarded over something, as one answer. */
export type AwardedTogether = Readonly<{ decidable: Decidable; awards: readonly Award[] }>;

/** What units have made known of a round that they decide, all in one; undefined where it is no such round, or none has yet. */
export const commendedParts = async (
  { readRound }: Pick<Decisions, 'readRound'>,
  roundId: string,
): Promise<AwardedTogether | undefined> => {
  const { round } = await readRound(roundId);
  if (round.kind !== 'in-parts') return undefined;
  const decidable = wholeOf(round);
  const commended = round.parts.filter(({ circular }) => circular !== null);
  if ('reason' in decidable || commended.length === 0) return undefined;
  return { decidable, awards: commended.flatMap(({ decision }) => decision.awards) };
};
