import type { Handled, OrderContext } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { roundDecider } from '../domain/round/decider.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundOrder } from '../domain/round/orders.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { schemeDecider } from '../domain/scheme/decider.ts';
import { seriesDecider } from '../domain/series/decider.ts';
import { sheetDecider } from '../domain/sheet/decider.ts';
import type { Knowledge } from './ports.ts';
import { type RoundRead, roundReader } from './round-reader.ts';
import { sheetCodec } from './sheet-codec.ts';
import { roundStream } from './streams.ts';

type Sent = Readonly<{ body: unknown; context: OrderContext; expectedRevision?: number }>;

/** The rule books bound to the log, and what use cases know besides: what every use case of this service stands on. */
export const evaluationOf = (ground: Ground, knowledge: Knowledge) => {
  const handleRound = ground.handler(roundDecider);
  const readRound: (roundId: string) => Promise<RoundRead> = roundReader(ground.store);
  return {
    ground,
    knowledge,
    readRound,
    handleScheme: ground.handler(schemeDecider),
    handleSheet: ground.handler(sheetDecider, sheetCodec(ground.privacy)),
    handleSeries: ground.handler(seriesDecider),
    /** One order for one round. */
    sendRound: (roundId: string, order: RoundOrder, sent: Sent): Promise<Handled<RoundFact, RoundRefusal>> =>
      handleRound({ stream: roundStream(roundId), order, ...sent }),
  };
};

export type Evaluation = ReturnType<typeof evaluationOf>;

/** What an order takes from its call; `body` is the request as it came, with its RPC's name. */
export const sentBy = (call: CallContext, rpc: string, request: object): Sent => ({
  body: { rpc, ...request },
  context: call,
  ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
});
