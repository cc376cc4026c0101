import type { Fact, FactCodec, StoredEvent } from '@jiangong/event-store';
import { aadOf, ERASED, isSealed, type KeyName, type KeyVault } from '@jiangong/privacy';

/** What people write about one round, naming or honour. */
export const proseKey = (id: string): KeyName => `prose/${id}`;

const FIELD = 'prose';

type WithProse = Readonly<{ prose?: unknown }>;

const proseOf = ({ data }: Fact): unknown => (data as WithProse | null)?.prose;

/** What stands in the log of prose: sealed, or nothing. Never opened on the way out, for nothing that decides is prose. */
const unread = <F extends Fact>(event: StoredEvent): F => {
  const { type, data } = event;
  const prose = proseOf({ type, data });
  if (prose === undefined || prose === null) return { type, data } as F;
  if (!isSealed(prose)) throw new Error(`prose of ${type} stands in the log unsealed`);
  return { type, data: { ...(data as object), prose: 'SEALED' } } as F;
};

/** Seals the one `prose` object of each fact that has one, under the key that its data names. */
export const proseCodec = <F extends Fact>(vault: KeyVault, keyOf: (fact: F) => KeyName): FactCodec<F> => ({
  toStored: async (fact, stream) => {
    const prose = proseOf(fact);
    if (prose === undefined || prose === null) return fact;
    const { type } = fact;
    const sealed = await vault.seal(keyOf(fact), prose, aadOf({ stream, type, field: FIELD }));
    return { type, data: { ...(fact.data as object), prose: sealed } };
  },
  fromStored: async (event) => unread<F>(event),
  forState: (event) => unread<F>(event),
});

/** The prose of one stored fact, for a read that may show it; `undefined` when there is none or its key was destroyed. */
export const openProse = async <P>(vault: KeyVault, event: StoredEvent): Promise<P | undefined> => {
  const { stream, type } = event;
  const prose = proseOf(event);
  if (!isSealed(prose)) return undefined;
  const opened = await vault.open(prose, aadOf({ stream, type, field: FIELD }));
  return opened === ERASED ? undefined : (opened as P);
};
