import { POLICY_VERSION } from '@jiangong/access';
import { grantsOf } from '@jiangong/access/postgres';
import {
  type CommandHandlerPorts,
  commandHandler,
  type Decider,
  type EventStore,
  type Fact,
  type FactCodec,
  type OrderContext,
  plainCodec,
  type Refusal,
} from '@jiangong/event-store';
import { backoffMs } from '@jiangong/patience';
import { pause } from '@jiangong/patience/timers';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import type { Logger } from '@jiangong/telemetry';
import { activeTraceparent } from '@jiangong/telemetry/node';
import type { KnownGrants } from './known-grants.ts';
import { tracedHandler } from './traced-handler.ts';
import {
  type Alone,
  type Clock,
  COMMAND_ATTEMPTS_MAX,
  CONFLICT_WAITS,
  type Ground,
  type SystemOrder,
} from '../ground.ts';
import { oneByOne } from '../one-by-one.ts';

const backoff = (attempt: number): Promise<void> => pause(backoffMs(CONFLICT_WAITS, attempt, Math.random()));

export type GroundParts = Readonly<{
  store: EventStore;
  clock: Clock;
  rows: Rows;
  log: Logger;
  privacy: KeyVault;
  /** Absent where nothing is remembered between two calls. */
  grants?: Pick<KnownGrants, 'of'>;
  /** Absent where nothing reads the log beside the caller: it is then never behind. */
  caughtUp?: () => Promise<boolean>;
  /** Absent where the caller is the only process: one queue in it is enough. */
  alone?: Alone;
}>;

/** Binds the command handler to the log, the clock and the dice; orders of the platform itself get their context here. */
export const groundOf = ({ grants, ...parts }: GroundParts): Ground => {
  const { store, clock, rows } = parts;
  const read = grants?.of ?? ((personId: string) => grantsOf(rows, personId));
  const recordedAt = (): string => clock.now();
  const systemContext = (order: SystemOrder): OrderContext => ({
    actor: { kind: 'system', id: order.name, organization: null, role: null, grant: null },
    requestId: order.requestId,
    now: clock.now(),
    correlationId: order.correlationId ?? order.requestId,
    causationId: order.causationId ?? null,
    traceparent: order.traceparent ?? activeTraceparent() ?? null,
    policyVersion: POLICY_VERSION,
  });
  const handler = <S, O, F extends Fact, R extends Refusal>(
    decider: Decider<S, O, F, R>,
    codec: FactCodec<F> = plainCodec<F>(),
  ) => {
    const ports: CommandHandlerPorts<S, O, F, R> = {
      store,
      decider,
      codec,
      recordedAt,
      backoff,
      attemptsMax: COMMAND_ATTEMPTS_MAX,
    };
    return tracedHandler(commandHandler(ports));
  };
  return {
    ...parts,
    handler,
    systemContext,
    grantsFor: async ({ caller, afterPosition }) =>
      caller.personId === null ? [] : read(caller.personId, afterPosition),
    caughtUp: parts.caughtUp ?? (async () => true),
    alone: parts.alone ?? oneByOne(),
  };
};
