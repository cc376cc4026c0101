import type { LocalDate } from '@jiangong/calendar';
import { type AskedNeeds, judged, needsOf, type NeedValues, verdictOfAll, withheld } from '../needs/needs.ts';
import type { OffRoll, OnRoll, RollKey, TestedSubject } from './facts.ts';
import { keyOf } from './state.ts';

/** What the platform knows of the needs of one who was there on the day. */
export type KnownSubject = RollKey & Readonly<{ asOf: LocalDate; needs: readonly NeedValues[] }>;

/** Who was there on the day and who was not, with what is known of their needs. */
export type FoundOnRoll = Readonly<{
  on: readonly OnRoll[];
  off: readonly OffRoll[];
  known: readonly KnownSubject[];
  knownTo: number;
}>;

export type JudgedRoll = Pick<FoundOnRoll, 'on' | 'off'> & Readonly<{ tested: readonly TestedSubject[] }>;

/**
 * Known to be unmet, one stands apart with the reason, and is counted in no share; what nobody knows keeps nobody out. Undetermined ones
 * stand on the roll, marked, until the office has said what is true of them.
 */
export const judgedRoll = (
  asked: readonly AskedNeeds[],
  { on, off, known }: Omit<FoundOnRoll, 'knownTo'>,
): JudgedRoll => {
  const tested = known.flatMap(({ needs, ...one }): readonly TestedSubject[] => {
    const of = needsOf(asked, one.trackId);
    return of === undefined ? [] : [{ ...one, needs: withheld(of, judged(of, needs)) }];
  });
  const unmet = new Set(tested.filter(({ needs }) => verdictOfAll(needs) === 'unmet').map(keyOf));
  return {
    on: on.filter((one) => !unmet.has(keyOf(one))),
    off: [
      ...off,
      ...on
        .filter((one) => unmet.has(keyOf(one)))
        .map(({ trackId, subjectId }) => ({ trackId, subjectId, reason: 'need-unmet' as const })),
    ],
    tested,
  };
};
