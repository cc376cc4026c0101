import { grantsOf } from '@jiangong/access/postgres';
import {
  commandHandler,
  type Decider,
  type Fact,
  type FactCodec,
  type OrderContext,
  plainCodec,
  type Refusal,
} from '@jiangong/event-store';
import { backoffMs } from '@jiangong/patience';
import { COMMAND_ATTEMPTS_MAX, CONFLICT_WAITS, type Ground, oneByOne, type SystemOrder } from '@jiangong/service-host';

type Parts = Pick<Ground, 'store' | 'clock' | 'rows' | 'log' | 'privacy' | 'caughtUp'> &
  Readonly<{ sleep: (ms: number) => Promise<void>; random: () => number }>;

/** What use cases stand on: the product's command handler over the simulated ports. `groundOf` of the host needs its framework. */
export const groundOver = ({ sleep, random, ...parts }: Parts): Ground => {
  const { store, clock } = parts;
  return {
    ...parts,
    alone: oneByOne(),
    grantsFor: async ({ caller: { personId } }) => (personId === null ? [] : grantsOf(parts.rows, personId)),
    handler: <S, O, F extends Fact, R extends Refusal>(
      decider: Decider<S, O, F, R>,
      codec: FactCodec<F> = plainCodec<F>(),
    ) =>
      commandHandler({
        store,
        decider,
        codec,
        recordedAt: () => clock.now(),
        backoff: (attempt) => sleep(backoffMs(CONFLICT_WAITS, attempt, random())),
        attemptsMax: COMMAND_ATTEMPTS_MAX,
      }),
    systemContext: ({ name, requestId, correlationId, causationId, traceparent }: SystemOrder): OrderContext => ({
      actor: { kind: 'system', id: name, organization: null, role: null, grant: null },
      requestId,
      now: clock.now(),
      correlationId: correlationId ?? requestId,
      causationId: causationId ?? null,
      traceparent: traceparent ?? null,
      policyVersion: null,
    }),
  };
};
