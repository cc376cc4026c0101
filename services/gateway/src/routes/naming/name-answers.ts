import { idsIn, type Name, type NamedKind, type NamesIn, withNames } from './index.ts';

/** Ids of one kind that one answer gets names for; the ids behind them stay without. */
export const NAMED_IDS_MAX = 1_000;

export type Names = ReadonlyMap<string, Name>;

/** Asks for the names of ids of one kind, in the caller's name. Ids that he may not know the name of are left out. */
export type AskNames = (kind: NamedKind, ids: readonly string[]) => Promise<Names>;

export type Naming = Readonly<{
  ask: AskNames;
  /** Public answers name no people, whoever asks. */
  public: boolean;
  /** A name that is not to be had is told here; the answer goes out without it. */
  onTrouble: (kind: NamedKind, error: unknown) => void;
}>;

const NONE: Names = new Map();

const asked = async (kind: NamedKind, ids: readonly string[], naming: Naming): Promise<readonly [NamedKind, Names]> => {
  if (kind === 'person' && naming.public) return [kind, NONE];
  try {
    return [kind, await naming.ask(kind, ids.slice(0, NAMED_IDS_MAX))];
  } catch (error) {
    naming.onTrouble(kind, error);
    return [kind, NONE];
  }
};

/** An answer with names beside its ids: all kinds are asked for at once, each in bulk. It never fails for a name's sake. */
export const nameAnswer = async (names: NamesIn | undefined, body: unknown, naming: Naming): Promise<unknown> => {
  if (names === undefined) return body;
  const ids = [...idsIn(names, body)];
  const told = new Map(await Promise.all(ids.map(async ([kind, of]) => asked(kind, [...of], naming))));
  return withNames(names, body, (kind, id) => told.get(kind)?.get(id) ?? null);
};
