import type { Grant } from '@jiangong/access';
import type {
  CommandHandler,
  CommandHandlerPorts,
  Decider,
  EventStore,
  Fact,
  FactCodec,
  OrderContext,
  Refusal,
} from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import type { Logger } from '@jiangong/telemetry';
import type { CallContext } from './call-context.ts';

/** UTC with milliseconds. */
export interface Clock {
  now(): string;
}

/** An order of the platform itself: the scheduler or a process manager. */
export type SystemOrder = Readonly<{
  /** `scheduler`, or the process manager's name: becomes the actor's id. */
  name: string;
  /** Derived from what caused it (`requestIdOf`), so that a repeat is harmless. */
  requestId: string;
  correlationId?: string;
  causationId?: string;
  traceparent?: string | null;
}>;

/** Does one piece of work after the other, whatever became of the one before; in all replicas of a service together. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** What a service stands on. Given to its module, use cases and background work by the host. */
export type Ground = Readonly<{
  store: EventStore;
  clock: Clock;
  /** The read side: a pool on the service's own schema. */
  rows: Rows;
  log: Logger;
  privacy: KeyVault;
  handler<S, O, F extends Fact, R extends Refusal>(
    decider: Decider<S, O, F, R>,
    codec?: FactCodec<F>,
  ): CommandHandler<S, O, F, R>;
  systemContext(order: SystemOrder): OrderContext;
  /** Waits a little until the read models have passed everything that is in the log by now; false when they have not. */
  caughtUp(): Promise<boolean>;
  /** The caller's grants as the access rule was asked with, read no second time: for questions, which show each caller what is his. */
  grantsFor(call: Pick<CallContext, 'caller' | 'afterPosition'>): Promise<readonly Grant[]>;
  /** For the few decisions that look at more than their own stream: nothing else runs under it meanwhile, in no replica. */
  alone: Alone;
}>;

/** How often a command is tried against a stream that others append to at the same time. */
export const COMMAND_ATTEMPTS_MAX = 8;

/** Between those tries; all of it is dice. */
export const CONFLICT_WAITS = { firstMs: 5, maxMs: 200 };

export type { CommandHandlerPorts };
