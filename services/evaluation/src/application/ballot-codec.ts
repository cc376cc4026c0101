import type { FactCodec } from '@jiangong/event-store';
import { fieldCodec, type KeyName, type KeyVault } from '@jiangong/privacy';
import type { BallotFact } from '../domain/ballot/facts.ts';

/** Protects the private keys of one ballot, and what waits in its boxes; destroyed when it is closed. */
export const ballotKey = (ballotId: string): KeyName => `ballot/${ballotId}`;

/** What a ballot that waits is bound to. */
export const waitingAad = (ballotId: string, spent: string): string => `waiting ballot ${ballotId} ${spent}`;

export const ballotCodec = (vault: KeyVault): FactCodec<BallotFact> =>
  fieldCodec<BallotFact>(
    vault,
    { 'BallotSet.v1': { privateKeys: ({ ballotId }) => ballotKey(ballotId) } },
    { keepsStates: true },
  );
