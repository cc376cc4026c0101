import type { EventStore } from '@jiangong/event-store';
import type { SchemeFact } from '../domain/scheme/facts.ts';
import { schemeDecider, type SchemeState } from '../domain/scheme/decider.ts';
import { schemeStream } from './streams.ts';

export type DefinedScheme = Extract<SchemeState, { kind: 'defined' }> & Readonly<{ definedAt: string }>;

/** A scheme from its own stream; undefined when there is none. */
export const readScheme = async (store: EventStore, schemeId: string): Promise<DefinedScheme | undefined> => {
  const [event] = await store.readStream(schemeStream(schemeId));
  if (event === undefined) return undefined;
  const state = schemeDecider.evolve(schemeDecider.initial, { type: event.type, data: event.data } as SchemeFact);
  return state.kind === 'defined' ? { ...state, definedAt: event.entry.occurredAt } : undefined;
};
