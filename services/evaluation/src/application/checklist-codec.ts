import type { FactCodec } from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { ChecklistFact } from '../domain/checklist/facts.ts';
import { proseCodec, proseKey } from './prose-codec.ts';

/** What was found, answered and given as a reason about one entry is sealed under the key of its list; nothing that counts is. */
export const checklistCodec = (vault: KeyVault): FactCodec<ChecklistFact> =>
  proseCodec<ChecklistFact>(vault, ({ data }) => proseKey(data.checklistId));
