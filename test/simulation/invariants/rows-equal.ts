import { type Breach, breach, type InvariantId } from './breach.ts';

/** Rows by their key, each as its text. */
export type RowTexts = ReadonlyMap<string, string>;

/** I5 and I7: the live rows are the fold of everything from zero. Tells the first keys that differ. */
export const rowsEqual = (
  invariant: InvariantId,
  what: string,
  live: RowTexts,
  rebuilt: RowTexts,
): readonly Breach[] => {
  const keys = [...new Set([...live.keys(), ...rebuilt.keys()])].toSorted();
  return keys
    .filter((key) => live.get(key) !== rebuilt.get(key))
    .map((key) =>
      breach(
        invariant,
        `${what}, ${key}: live ${live.get(key) ?? 'nothing'}, from zero ${rebuilt.get(key) ?? 'nothing'}`,
      ),
    );
};
