import type { FactCodec } from '@jiangong/event-store';
import { fieldCodec, type KeyName, type KeyVault } from '@jiangong/privacy';
import type { BallotFact } from '../domain/ballot/facts.ts';
import { proseCodec, proseKey } from './prose-codec.ts';

/** Protects the private keys of one ballot, and what waits in its boxes; destroyed when it is closed. */
export const ballotKey = (ballotId: string): KeyName => `ballot/${ballotId}`;

/** What a ballot that waits is bound to. */
export const waitingAad = (ballotId: string, spent: string): string => `waiting ballot ${ballotId} ${spent}`;

/** Private keys go with the ballot's own key; why codes are void is prose, and stays. */
export const ballotCodec = (vault: KeyVault): FactCodec<BallotFact> => {
  const fields = fieldCodec<BallotFact>(
    vault,
    { 'BallotSet.v1': { privateKeys: ({ ballotId }) => ballotKey(ballotId) } },
    { keepsStates: true },
  );
  const prose = proseCodec<BallotFact>(vault, ({ data }) => proseKey(data.ballotId));
  return {
    ...fields,
    toStored: async (fact, stream) => {
      const { type, data } = await prose.toStored(fact, stream);
      return fields.toStored({ type, data } as BallotFact, stream);
    },
  };
};
