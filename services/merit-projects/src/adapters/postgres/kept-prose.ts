import type { StoredEvent } from '@jiangong/event-store';
import { aadOf, isSealed, type KeyVault, type SealedAt } from '@jiangong/privacy';

/** What somebody wrote, as a table keeps it: sealed, with the place in the log that it is bound to. */
export type KeptProse = Readonly<{ prose: string; stream: string; type: string }>;

/** As the log keeps it: the codec has put a sealed value where the fact has its prose. */
export const keptText = (data: Readonly<{ prose?: unknown }>): string => JSON.stringify(data.prose ?? null);

const sealedAt = ({ prose, stream, type }: KeptProse): SealedAt => {
  const sealed: unknown = JSON.parse(prose);
  if (!isSealed(sealed)) throw new Error(`the prose of ${type} is not sealed`);
  return { sealed, aad: aadOf({ stream, type, field: 'prose' }) };
};

/** Opens many at once; null where there is nothing to open. What was erased reads `ERASED`, as a whole and in each of its parts. */
export const openProse = async (
  privacy: KeyVault,
  kept: readonly (KeptProse | null)[],
): Promise<readonly unknown[]> => {
  const present = kept.flatMap((one) => (one && one.prose !== '' ? [sealedAt(one)] : []));
  const opened = await privacy.openAll(present);
  let next = 0;
  return kept.map((one) => (one && one.prose !== '' ? opened[next++] : null));
};

/** One part of an opened prose; the whole where it was erased. */
export const partOf = (prose: unknown, name: string): unknown =>
  typeof prose === 'object' && prose !== null ? (prose as Readonly<Record<string, unknown>>)[name] : prose;

export const textOf = (prose: unknown, name: string): string => {
  const part = partOf(prose, name);
  return typeof part === 'string' ? part : '';
};

/** Erased, it is no list any more. */
export const listOf = <T>(prose: unknown, name: string): readonly T[] => {
  const part = partOf(prose, name);
  return Array.isArray(part) ? (part as T[]) : [];
};

/** The reasons that events carry, opened all at once; empty where one carries none. */
export const whyOf =
  (privacy: KeyVault) =>
  async (events: readonly StoredEvent[]): Promise<readonly string[]> => {
    const kept = events.map(({ stream, type, data }) => {
      const { prose } = data as Readonly<{ prose?: unknown }>;
      return isSealed(prose) ? { stream, type, prose: JSON.stringify(prose) } : null;
    });
    return (await openProse(privacy, kept)).map((prose) => textOf(prose, 'why'));
  };
