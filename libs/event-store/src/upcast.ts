import type { StoredEvent } from './event-store.ts';
import type { Fact } from './fact.ts';
import type { FactCodec } from './fact-codec.ts';

/** Reads an old version of a fact as the next one. Pure; the stored bytes stay as they are. */
export type Upcaster = Readonly<{ from: string; to: string; upcast: (data: unknown) => unknown }>;

/** Turns a stored fact of any version into its newest one, step by step; a fact without upcasters comes back as it is. */
export type Upcast = (fact: Fact) => Fact;

const versionOf = (type: string): { name: string; version: number } => {
  const parts = /^(.+)\.v([1-9]\d*)$/.exec(type);
  if (!parts) throw new Error(`${type} is no fact type: <Name>.v<number>`);
  return { name: parts[1] as string, version: Number(parts[2]) };
};

/** Throws when two upcasters start from one version or one does not lead to a later version: a chain must end. */
export const upcastWith = (upcasters: readonly Upcaster[]): Upcast => {
  const steps = new Map<string, Upcaster>();
  for (const upcaster of upcasters) {
    const [from, to] = [versionOf(upcaster.from), versionOf(upcaster.to)];
    if (from.name === to.name && to.version <= from.version)
      throw new Error(`${upcaster.from} can not become ${upcaster.to}: not a later version`);
    if (from.name !== to.name && to.version !== 1)
      throw new Error(`${upcaster.from} can only become another fact's first version, not ${upcaster.to}`);
    if (steps.has(upcaster.from)) throw new Error(`two upcasters read ${upcaster.from}`);
    steps.set(upcaster.from, upcaster);
  }
  for (const { from } of upcasters) {
    const seen = new Set<string>();
    for (let type: string | undefined = from; type !== undefined; type = steps.get(type)?.to) {
      if (seen.has(type)) throw new Error(`the upcasters of ${from} lead back to ${type}`);
      seen.add(type);
    }
  }
  return (stored) => {
    let fact = stored;
    for (let step = steps.get(fact.type); step; step = steps.get(fact.type))
      fact = { type: step.to, data: step.upcast(fact.data) };
    return fact;
  };
};

/**
 * A codec that reads old versions: the stored form is upcast first, then read by `codec`, which knows the newest version only.
 * An upcaster of a fact with encrypted fields moves them as they are.
 */
export const upcastingCodec = <F extends Fact>(codec: FactCodec<F>, upcast: Upcast): FactCodec<F> => {
  const newest = (event: StoredEvent): StoredEvent => ({ ...event, ...upcast({ type: event.type, data: event.data }) });
  const { forState } = codec;
  return {
    toStored: (fact, stream) => codec.toStored(fact, stream),
    fromStored: (event) => codec.fromStored(newest(event)),
    ...(forState ? { forState: (event) => forState(newest(event)) } : {}),
  };
};

/**
 * The other way round, for a codec whose sealed fields are bound to the very type that they were stored under: the stored fact is read as
 * it stands, with what it seals, and becomes the newest one then. `codec` must know the sealed fields of all versions.
 */
export const readThenUpcast = <F extends Fact>(codec: FactCodec<F>, upcast: Upcast): FactCodec<F> => {
  const { forState } = codec;
  return {
    toStored: (fact, stream) => codec.toStored(fact, stream),
    fromStored: async (event) => upcast(await codec.fromStored(event)) as F,
    ...(forState ? { forState: (event) => upcast(forState(event)) as F } : {}),
  };
};
