import type { FactCodec } from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { BonusFact } from '../domain/bonus/facts.ts';
import { proseCodec, proseKey } from './prose-codec.ts';

/** What was told of a claim and given as a reason is sealed under the key of its entry's claims; nothing that counts is. */
export const bonusCodec = (vault: KeyVault): FactCodec<BonusFact> =>
  proseCodec<BonusFact>(vault, ({ data }) => proseKey(data.bonusId));
