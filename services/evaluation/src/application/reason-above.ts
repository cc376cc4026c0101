import type { StoredEvent } from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { TakenFact } from '../domain/decision/taken-facts.ts';
import { openProse } from './prose-codec.ts';

type Of = Readonly<{ type: TakenFact['type']; decisionId: string }>;

/** Why the office above made a unit's decision known in its place; undefined where it did not, or the reason was forgotten. */
export const reasonAbove = async (
  vault: KeyVault,
  events: readonly StoredEvent[],
  { type, decisionId }: Of,
): Promise<string | undefined> => {
  const event = events.find(
    (one) => one.type === type && (one.data as Readonly<{ decisionId: string }>).decisionId === decisionId,
  );
  return event && (await openProse<Readonly<{ why: string }>>(vault, event))?.why;
};
