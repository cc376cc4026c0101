/** Seeded dice (sfc32). The same seed throws the same numbers on every machine. */
export type Dice = Readonly<{
  /** In [0, 1). */
  random(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from `min` to `max`, both inclusive. */
  between(min: number, max: number): number;
  pick<T>(from: readonly T[]): T;
  /** A name's own dice: what is thrown there changes nothing elsewhere. */
  of(name: string): Dice;
}>;

/** FNV-1a, to spread seeds and names over the generator's state. */
const hashOf = (text: string, from: number): number => {
  let hash = from >>> 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
};

const WARM_UP_THROWS = 12;

export const diceOf = (seed: string): Dice => {
  let [a, b, c, counter] = [hashOf(seed, 0x811c9dc5), hashOf(seed, 0x1b873593), hashOf(seed, 0xcc9e2d51), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let index = 0; index < WARM_UP_THROWS; index++) next();
  return {
    random: next,
    chance: (probability) => next() < probability,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (from) => {
      const found = from[Math.floor(next() * from.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    of: (name) => diceOf(`${seed}/${name}`),
  };
};
