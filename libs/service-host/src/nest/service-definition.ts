import type { DynamicModule, Type } from '@nestjs/common';
import type { ProcessManager, Translator } from '@jiangong/messaging';
import type { Projection } from '@jiangong/read-models';
import type { Ground } from '../ground.ts';
import type { RefusalTexts } from '../refusals.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Worker } from '../worker.ts';
import type { Resolver } from './authorize.ts';
import type { ServiceContract } from './package-definition.ts';

/** A service as its `main.ts` hands it to the host: read it as the diagram of the service. */
export type ServiceDefinition = Readonly<{
  /** Kebab-case; also the audience of the service tokens it accepts. */
  name: string;
  contracts: readonly ServiceContract[];
  /** Controllers and what they need; `GROUND` is provided by the host. */
  module: (ground: Ground) => Type | DynamicModule;
  projections: readonly Projection[];
  translator?: Translator;
  /** Facts about a resource, by the kinds that its permissions name. `organization` is always there. */
  resolvers: (ground: Ground) => Readonly<Record<string, Resolver>>;
  processes?: (ground: Ground) => readonly ProcessManager[];
  scheduler?: (ground: Ground) => Scheduler;
  /** DDL, idempotent, of what the service keeps beside the log and never rebuilds from it (settings, a ledger of what went out). */
  tables?: string;
  /** Run in every replica, from the time the service answers. */
  workers?: (ground: Ground) => readonly Worker[];
  refusalTexts: RefusalTexts;
}>;

/** Injection token of the `Ground`. */
export const GROUND = Symbol('jiangong.ground');
