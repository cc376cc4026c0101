import type { Fact } from '@jiangong/event-store';
import type { RoundIds } from '../decision/taken-facts.ts';
import type { UnitPart } from '../decision/unit-division.ts';
import type { AskedOfResult } from './asked-of-result.ts';
import type { Edge } from './going-on-facts.ts';
import type { ChangeWord } from './words.ts';

export type Ranked = Readonly<{ entryId: string; rank: number; score: number }>;
export type Absent = Readonly<{ entryId: string; reason: string }>;
/** A submitted sheet that does not count, and why. */
export type ExcludedSheet = Readonly<{
  seatId: string;
  personId: string;
  closing: number;
  why: 'after-closing' | 'vacated' | 'replaced';
}>;

/** `score` in units of 10^-decimals points. `because`: what moved since `predecessor`, the result before; empty for the first. */
export type ResultComputed = Fact<
  'ResultComputed.v1',
  RoundIds &
    Readonly<{
      phase: string;
      closing: number;
      computedAt: string;
      rulesHash: string;
      inputsHash: string;
      algorithmHash: string;
      resultHash: string;
      because: readonly Readonly<{ change: ChangeWord; proposalId: string | null }>[];
      predecessor: string | null;
      decimals: number;
      ranking: readonly Ranked[];
      absent: readonly Absent[];
      excluded: readonly ExcludedSheet[];
      /** Absent where the outcome's rules ask for nothing but ranks, scores and awards. */
      asked?: readonly AskedOfResult[];
      /** Equal ones of whom only some go on, where the template leaves it to the body; absent where nobody has to choose. */
      edges?: readonly Edge[];
      /** The later phase that the ranks lead on to; absent where a body decides over them, and in what was computed before 2026-11-30. */
      goesOnTo?: string;
      /** It ranks candidates, of whom units declare; absent: it does not. */
      candidates?: true;
      /** Whose committees decide over which entries; absent where one body decides over all. */
      parts?: readonly UnitPart[];
    }>
>;
