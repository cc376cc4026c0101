import type { BallotSource, GivenBallot, Operation } from '../index.ts';
import { whyNotCounted } from '../index.ts';
import type { Dice } from './dice.ts';

const QUESTIONS = ['work', 'conduct', 'people'] as const;

/** Of several questions all, or some in any order. */
export const randomTakeBallot = (
  dice: Dice,
  { id, questions }: BallotSource,
): Extract<Operation, { op: 'take-ballot' }> => ({
  op: 'take-ballot',
  source: id,
  ...(questions === undefined
    ? {}
    : { questions: dice.shuffled(questions).slice(0, 1 + dice.below(questions.length)) }),
});

export const randomBallotSource = (dice: Dice, id: string): BallotSource => ({
  id,
  kind: 'ballot',
  levels: [
    { id: 'good', points: 10_000 },
    { id: 'fair', points: dice.one([6_000, 7_550]) },
    { id: 'poor', points: 0 },
  ],
  ...(dice.chance(0.4) ? { questions: QUESTIONS } : {}),
  turnout: dice.one([0, 5_000, 8_000]),
  least: 5,
});

/** Some entries without a ballot, some groups too small, some turnouts at the floor or below. */
export const randomBallots = (dice: Dice, source: BallotSource, entryIds: readonly string[]): readonly GivenBallot[] =>
  entryIds.flatMap((entryId) => {
    if (dice.chance(0.1)) return [];
    const issued = dice.below(16);
    if (dice.chance(0.05)) return [{ sourceId: source.id, entryId, issued, cast: 0, counts: null, void: true }];
    const cast = dice.chance(0.3) ? issued : dice.below(issued + 1);
    const counts = (source.questions ?? ['all']).flatMap(() => {
      const first = dice.below(cast + 1);
      const second = dice.below(cast - first + 1);
      return [first, second, cast - first - second];
    });
    const isCounted = whyNotCounted(source, { issued, cast }) === null;
    return [{ sourceId: source.id, entryId, issued, cast, counts: isCounted ? counts : null }];
  });
