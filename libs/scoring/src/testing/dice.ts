/** Numbers from a seed: a linear congruential generator, good enough to vary tests. */
export type Dice = Readonly<{
  below: (limit: number) => number;
  chance: (probability: number) => boolean;
  one: <T>(items: readonly T[]) => T;
  shuffled: <T>(items: readonly T[]) => readonly T[];
  hex: (digits: number) => string;
}>;

const WHOLE = 2 ** 32;

export const diceOf = (seed: number): Dice => {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low bits of such a generator repeat soon.
    return (state ^ (state >>> 15)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / WHOLE) * limit);
  return {
    below,
    chance: (probability) => next() / WHOLE < probability,
    one: (items) => items[below(items.length)] as (typeof items)[number],
    shuffled: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
};
