import type { EntryCount, OfPaperBox } from './facts.ts';
import type { PaperBoxGround } from './ground.ts';

type Given = OfPaperBox &
  Readonly<{ ground: PaperBoxGround; by: Readonly<{ personId: string; role: string }>; now: string }>;

/** `why`: only where something was confirmed before. */
export type CountPapers = Given &
  Readonly<{
    type: 'CountPapers';
    countId: string;
    counted: readonly EntryCount[];
    evidence: readonly string[];
    why: string;
  }>;

export type ConfirmPaperCount = Given & Readonly<{ type: 'ConfirmPaperCount'; countId: string }>;
export type ContradictPaperCount = Given & Readonly<{ type: 'ContradictPaperCount'; countId: string; why: string }>;
export type OpenPaperBox = Given & Readonly<{ type: 'OpenPaperBox' }>;

export type PaperBoxOrder = CountPapers | ConfirmPaperCount | ContradictPaperCount | OpenPaperBox;

export const idsOf = ({ paperBoxId, roundId, editionId, sourceId }: OfPaperBox): OfPaperBox => ({
  ...{ paperBoxId, roundId, editionId, sourceId },
});
