import type { EventStore } from '../event-store.ts';

/** A store under test: empty at first, used by one suite alone. */
export type ContractStore = Readonly<{ store: EventStore; close: () => Promise<void> }>;

/** What the parts of the contract work with: the store, and stream names nobody used before. */
export type Bench = Readonly<{ store: () => EventStore; freshStream: (aggregate?: string) => string }>;
