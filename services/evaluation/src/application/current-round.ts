import { ORDINALS_MAX } from '../domain/limits.ts';
import type { Evaluation } from './evaluation.ts';
import type { RoundRead } from './round-reader.ts';
import { roundIdOf } from './streams.ts';

export type CurrentRound = RoundRead & Readonly<{ roundId: string; ordinal: number }>;

/** The round of an edition and phase that was not annulled, or the next one that is not there yet: from the log, never behind. */
export const currentRound = async (
  { readRound }: Pick<Evaluation, 'readRound'>,
  editionId: string,
  phase: string,
): Promise<CurrentRound> => {
  for (let ordinal = 1; ; ordinal++) {
    const roundId = roundIdOf(editionId, phase, ordinal);
    const read = await readRound(roundId);
    if (read.round.kind !== 'annulled' || ordinal === ORDINALS_MAX) return { ...read, roundId, ordinal };
  }
};

/** All rounds of an edition and phase, annulled ones too, oldest first. */
export const roundsOfPhase = async (
  { readRound }: Pick<Evaluation, 'readRound'>,
  editionId: string,
  phase: string,
): Promise<readonly CurrentRound[]> => {
  const found: CurrentRound[] = [];
  for (let ordinal = 1; ordinal <= ORDINALS_MAX; ordinal++) {
    const roundId = roundIdOf(editionId, phase, ordinal);
    const read = await readRound(roundId);
    if (read.round.kind === 'absent') return found;
    found.push({ ...read, roundId, ordinal });
  }
  return found;
};
