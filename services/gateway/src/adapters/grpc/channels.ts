import { Client, connectivityState, type Metadata, type ServiceError } from '@grpc/grpc-js';
import {
  channelCredentials,
  channelOptionsTo,
  channelTarget,
  type WatchedCertificates,
} from '@jiangong/service-host/nest';
import { OperationsServiceService } from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { metricNames } from '@jiangong/telemetry';
import { currentTraceparent, inSpan, redMetrics, rpcAttributes } from '@jiangong/telemetry/node';
import { type ServiceName, serviceNames, type UnaryRpc } from '../../routes/route.ts';
import { failureOf, refusalOf } from './refusal-from-grpc.ts';

/** Lists of 200 rows fit many times over; a bigger answer is a service's bug. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

const options = {
  'grpc.max_receive_message_length': ANSWER_BYTES_MAX,
  // No policy of retries is set: only what a service certainly never saw (a connection that was closing) goes out again by itself.
  // What it may have seen is repeated by the client under its Idempotency-Key, never silently below it.
  'grpc.enable_retries': 1,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 500,
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 5_000,
};

export type UnaryCall<Request, Response> = Readonly<{
  service: ServiceName;
  rpc: UnaryRpc<Request, Response>;
  request: Request;
  metadata: Metadata;
  deadlineMs: number;
  /** The client named a revision. */
  ifMatch: boolean;
}>;

/** What a service tells beside its answer: whether it may be behind, and its clock, where it told one. */
export type ToldBeside = Readonly<{ behind: boolean; now: string | undefined }>;
export type Answer<Response> = Readonly<{ response: Response }> & ToldBeside;

export interface Channels {
  call<Request, Response>(call: UnaryCall<Request, Response>): Promise<Answer<Response>>;
  close(): void;
}

/**
 * A service without any connection is waited for so long before a call to it is given up: between two replicas, or while its only one
 * starts again, nobody needs to be told.
 */
const CONNECTION_AWAITED_MS = 3_000;

/** Who asks how a service does is told that it is away, and not kept waiting until it is back. */
const NOT_AWAITED: ReadonlySet<string> = new Set([OperationsServiceService.getLag.path]);

const connected = async (client: Client, deadlineMs: number): Promise<void> => {
  if (client.getChannel().getConnectivityState(true) === connectivityState.READY) return;
  await new Promise<void>((resolve) => {
    // Not connected in time: the call itself tells what is wrong.
    client.waitForReady(Date.now() + Math.min(CONNECTION_AWAITED_MS, deadlineMs), () => resolve());
  });
};

const BEHIND_KEY = 'x-read-model-behind';
const NOW_KEY = 'x-platform-time';

const toldBeside = (header: Metadata): ToldBeside => {
  const [now] = header.get(NOW_KEY);
  return { behind: header.get(BEHIND_KEY).length > 0, now: typeof now === 'string' ? now : undefined };
};

const metrics = redMetrics('gateway', metricNames.clientCallDuration);

const givenTraceparent = (metadata: Metadata): string | null => {
  const given = metadata.get('traceparent')[0];
  return typeof given === 'string' ? given : null;
};

/** A call inside a span of its own, which the service's span continues; measured as the gateway sees it. */
const traced = <Request, Response>(
  call: UnaryCall<Request, Response>,
  send: (call: UnaryCall<Request, Response>) => Promise<Answer<Response>>,
): Promise<Answer<Response>> => {
  const { metadata, rpc } = call;
  const operation = rpcAttributes(rpc.path);
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1_000;
  // The trace that the request carries and not the one in force: a request of the public that nothing may be tied to has another.
  const span = {
    scope: 'gateway',
    name: rpc.path.slice(1),
    kind: 'client',
    parent: givenTraceparent(metadata),
    attributes: operation,
    refusalOf,
  } as const;
  return inSpan(span, async () => {
    metadata.set('traceparent', currentTraceparent());
    try {
      const answer = await send(call);
      metrics.record({ operation, outcome: 'ok', seconds: seconds() });
      return answer;
    } catch (error) {
      const refusal = refusalOf(error);
      metrics.record({
        operation,
        outcome: refusal === undefined ? 'failed' : 'refused',
        seconds: seconds(),
        reason: refusal ?? (error as Error).name,
      });
      throw error;
    }
  });
};

/** One channel a service, over all its replicas. With certificates the gateway shows its own and checks each service's name. */
export const openChannels = (
  addresses: Readonly<Record<ServiceName, string>>,
  certificates?: WatchedCertificates,
): Channels => {
  const clientOf = (name: ServiceName): Client =>
    new Client(channelTarget(addresses[name]), channelCredentials(certificates), {
      ...options,
      ...channelOptionsTo(name),
    });
  const clients = new Map(serviceNames.map((name) => [name, clientOf(name)]));
  const send = async <Request, Response>({
    service,
    rpc,
    request,
    metadata,
    deadlineMs,
    ifMatch,
  }: UnaryCall<Request, Response>) => {
    const client = clients.get(service);
    if (client === undefined) throw new Error(`no channel to ${service}`);
    const deadline = Date.now() + deadlineMs;
    if (!NOT_AWAITED.has(rpc.path)) await connected(client, deadlineMs);
    return new Promise<Answer<Response>>((resolve, reject) => {
      let told: ToldBeside = { behind: false, now: undefined };
      client
        .makeUnaryRequest(
          rpc.path,
          rpc.requestSerialize,
          rpc.responseDeserialize,
          request,
          metadata,
          { deadline },
          (error: ServiceError | null, response) => {
            if (error !== null) reject(failureOf(error, ifMatch));
            else if (response === undefined) reject(new Error(`${rpc.path} answered nothing`));
            else resolve({ response, ...told });
          },
        )
        .on('metadata', (header) => {
          told = toldBeside(header);
        });
    });
  };
  return {
    call: (call) => traced(call, send),
    close() {
      for (const client of clients.values()) client.close();
    },
  };
};
