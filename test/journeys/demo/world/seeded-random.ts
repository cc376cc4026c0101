import { createHash } from 'node:crypto';

/** Dice that fall the same way for the same seed and name, on every machine. */
export type Dice = Readonly<{
  /** A whole number from 0 to `below` − 1. */
  below: (below: number) => number;
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** A copy in a new order. */
  shuffled: <T>(list: readonly T[]) => readonly T[];
}>;

const RANGE = 0x1_0000_0000;

/** SplitMix32 over a hash of seed and name: streams of different names do not disturb each other. */
export const dice = (seed: string, name: string): Dice => {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE(0);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97) >>> 0;
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / RANGE) * limit);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error(`nothing to pick from for ${name}`);
    return list[below(list.length)] as T;
  };
  const shuffled = <T>(list: readonly T[]): readonly T[] => {
    const copy = [...list];
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = below(index + 1);
      [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
    }
    return copy;
  };
  return { below, between: (low, high) => low + below(high - low + 1), pick, shuffled };
};

/** A UUID derived from the seed: the same order of the same demo has the same Idempotency-Key when it is tried again. */
export const seededUuid = (seed: string, name: string): string => {
  const hex = createHash('sha256').update(`uuid ${seed} ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
};
