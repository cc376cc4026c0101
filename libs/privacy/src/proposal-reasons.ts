import type { StoredEvent } from '@jiangong/event-store';
import { aadOf } from './field-codec.ts';
import { ERASED, isSealed, type KeyVault } from './key-vault.ts';

const FIELD = 'prose';

/** What every fact says that one person proposed something, wherever it stands. */
const PROPOSED = 'ActProposed.v1';

/** Why each proposal among these facts was made, by its id, for the person who is to carry it out; erased reasons are absent. */
export const proposalReasons = async (
  vault: KeyVault,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<string, string>> => {
  const given = events.flatMap(({ type, stream, data }) => {
    const { proposalId, prose } = data as Readonly<{ proposalId?: string; prose?: unknown }>;
    return type === PROPOSED && proposalId !== undefined && isSealed(prose)
      ? [{ proposalId, sealed: prose, aad: aadOf({ stream, type, field: FIELD }) }]
      : [];
  });
  const opened = await vault.openAll(given);
  return new Map(
    given.flatMap(({ proposalId }, at) =>
      opened[at] === ERASED ? [] : [[proposalId, (opened[at] as Readonly<{ why: string }>).why] as const],
    ),
  );
};
