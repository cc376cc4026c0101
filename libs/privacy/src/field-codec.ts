import type { Fact, FactCodec, StoredEvent } from '@jiangong/event-store';
import { isSealed, type KeyName, type KeyVault, type Sealed } from './key-vault.ts';

/** Where a sealed field stands in the log. */
export type FieldPlace = Readonly<{ stream: string; type: string; field: string }>;

/** What a sealed field is bound to: moved to another stream, type or field it does not open. Frozen with the stored events. */
export const aadOf = ({ stream, type, field }: FieldPlace): string => `${stream} ${type} ${field}`;

/** The key of a field, from the fact's data in the clear (`({ personId }) => `person/${personId}``). */
export type KeyOf<D> = (data: D) => KeyName;

/** For each fact type with sealed fields: which top-level fields of `data`, each under which key. */
export type SealedFields<F extends Fact> = Readonly<{
  [T in F['type']]?: Readonly<{
    [Field in keyof Extract<F, { type: T }>['data'] & string]?: KeyOf<Extract<F, { type: T }>['data']>;
  }>;
}>;

type Sealing = Readonly<Record<string, Readonly<Record<string, KeyOf<unknown>>> | undefined>>;

/**
 * A codec that seals the declared fields on the way into the log and opens them on the way out; an absent field stays
 * absent, a field whose key was destroyed reads `ERASED`. Throws on a stored field that should be sealed and is not.
 * `keepsStates`: states are kept between orders, and folded from facts without their sealed fields: for rule books that decide
 * on nothing sealed.
 */
export const fieldCodec = <F extends Fact>(
  vault: KeyVault,
  sealedFields: SealedFields<F>,
  { keepsStates = false }: Readonly<{ keepsStates?: boolean }> = {},
): FactCodec<F> => {
  const sealing = sealedFields as Sealing;
  const unsealed = ({ type, data }: StoredEvent): F => {
    const fields = Object.keys(sealing[type] ?? {});
    if (fields.length === 0) return { type, data } as F;
    const rest = Object.entries(data as Readonly<Record<string, unknown>>).filter(([field]) => !fields.includes(field));
    return { type, data: Object.fromEntries(rest) } as F;
  };
  return {
    ...(keepsStates ? { forState: unsealed } : {}),
    toStored: async (fact, stream) => {
      const data: Record<string, unknown> = { ...(fact.data as Record<string, unknown>) };
      for (const [field, keyOf] of Object.entries(sealing[fact.type] ?? {}))
        if (data[field] !== undefined)
          data[field] = await vault.seal(keyOf(fact.data), data[field], aadOf({ stream, type: fact.type, field }));
      return { type: fact.type, data };
    },
    fromStored: async (event) =>
      ({ type: event.type, data: await openedData(vault, event, Object.keys(sealing[event.type] ?? {})) }) as F,
  };
};

const openedData = async (
  vault: KeyVault,
  { stream, type, data }: StoredEvent,
  fields: readonly string[],
): Promise<unknown> => {
  const stored = data as Readonly<Record<string, unknown>>;
  const present = fields.filter((field) => stored[field] !== undefined);
  if (present.length === 0) return data;
  const items = present.map((field) => ({
    sealed: mustBeSealed(stored[field], type, field),
    aad: aadOf({ stream, type, field }),
  }));
  const values = await vault.openAll(items);
  return { ...stored, ...Object.fromEntries(present.map((field, index) => [field, values[index]])) };
};

const mustBeSealed = (value: unknown, type: string, field: string): Sealed => {
  if (!isSealed(value)) throw new Error(`${field} of ${type} stands in the log unsealed`);
  return value;
};
