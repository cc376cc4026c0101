import type { VoteCodeFact } from './code-facts.ts';

/** Codes that were printed together, for one box. `proposed`: who wishes that they be good no more; null: nobody. */
export type CodeBatch = Readonly<{
  batchId: string;
  boxId: string;
  codes: readonly string[];
  proposed: Readonly<{ by: string }> | null;
  isVoid: boolean;
}>;

/** The codes of one ballot. `used`: by a code's fingerprint, what it was used with. */
export type VoteCodes = Readonly<{
  batches: Readonly<Record<string, CodeBatch>>;
  used: Readonly<Record<string, Readonly<{ boxId: string; asked: string }>>>;
}>;

export const NO_CODES: VoteCodes = { batches: {}, used: {} };

export const batchIn = ({ batches }: VoteCodes, batchId: string): CodeBatch | undefined =>
  Object.hasOwn(batches, batchId) ? batches[batchId] : undefined;

/** The batch that a code is of, whatever became of it. */
export const batchOfCode = ({ batches }: VoteCodes, code: string): CodeBatch | undefined =>
  Object.values(batches).find(({ codes }) => codes.includes(code));

/** Whether a code may be used with this: it is of a batch that holds, or was used with the very same before. `asked` undefined: for the first time. */
export const isGood = (codes: VoteCodes, code: string, asked?: string): boolean => {
  if (Object.hasOwn(codes.used, code)) return asked !== undefined && codes.used[code]?.asked === asked;
  return batchOfCode(codes, code)?.isVoid === false;
};

/** How many codes of a batch have given their token. */
export const usedOf = ({ used }: VoteCodes, { codes }: CodeBatch): number =>
  codes.filter((code) => Object.hasOwn(used, code)).length;

/** How many have done so of a box. */
export const usedFor = ({ used }: VoteCodes, boxId: string): number =>
  Object.values(used).filter((one) => one.boxId === boxId).length;

const changed = (codes: VoteCodes, batchId: string, change: Partial<CodeBatch>): VoteCodes => {
  const batch = batchIn(codes, batchId);
  if (batch === undefined) throw new Error(`codes of ${batchId} change that nobody made`);
  return { ...codes, batches: { ...codes.batches, [batchId]: { ...batch, ...change } } };
};

export const evolveCodes = (codes: VoteCodes, { type, data }: VoteCodeFact): VoteCodes => {
  switch (type) {
    case 'VoteCodesMade.v1': {
      const { batchId, boxId } = data;
      const batch = { batchId, boxId, codes: data.codes, proposed: null, isVoid: false };
      return { ...codes, batches: { ...codes.batches, [batchId]: batch } };
    }
    case 'VoteCodesVoidingProposed.v1':
      return changed(codes, data.batchId, { proposed: { by: data.proposedBy } });
    case 'VoteCodesVoidingRejected.v1':
      return changed(codes, data.batchId, { proposed: null });
    case 'VoteCodesVoided.v1':
      return changed(codes, data.batchId, { proposed: null, isVoid: true });
    case 'VoteCodeUsed.v1':
      return { ...codes, used: { ...codes.used, [data.code]: { boxId: data.boxId, asked: data.asked } } };
  }
};
