import type { EventStore } from '@jiangong/event-store';
import type { Broker } from '@jiangong/messaging/broker';
import type { InvariantId } from './invariants/index.ts';
import type { World } from './kernel/world.ts';
import type { MemoryDatabase } from './server/memory-database.ts';
import type { Statements } from './server/statements.ts';
import type { Troubles } from './troubles.ts';

/** A planted mistake, put in between the product's code and its ports: the simulation is worth what it finds of these. */
export type Mutant = Readonly<{
  name: string;
  /** The invariants of which at least one must be found broken. */
  caughtBy: readonly InvariantId[];
  /** Faults without which the mistake does no harm. */
  troubles?: Partial<Troubles>;
  statements?: (database: MemoryDatabase) => Statements;
  store?: (store: EventStore) => EventStore;
  broker?: (broker: Broker, world: World) => Broker;
}>;
