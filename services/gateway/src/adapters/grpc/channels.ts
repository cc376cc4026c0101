import { Client, type Metadata, type ServiceError } from '@grpc/grpc-js';
import { channelCredentials, channelOptionsTo, channelTarget, type WatchedCertificates } from '@jiangong/service-host/nest';
import { type ServiceName, serviceNames, type UnaryRpc } from '../../routes/route.ts';
import { failureOf } from './refusal-from-grpc.ts';

/** Lists of 200 rows fit many times over; a bigger answer is a service's bug. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

const options = {
  'grpc.max_receive_message_length': ANSWER_BYTES_MAX,
  // No policy of retries is set: only what a service certainly never saw (a connection that was closing) goes out again by itself.
  // What it may have seen is repeated by the client under its Idempotency-Key, never silently below it.
  'grpc.enable_retries': 1,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
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

export interface Channels {
  call<Request, Response>(call: UnaryCall<Request, Response>): Promise<{ response: Response; behind: boolean }>;
  close(): void;
}

const BEHIND_KEY = 'x-read-model-behind';

/** One channel a service, over all its replicas. With certificates the gateway shows its own and checks each service's name. */
export const openChannels = (addresses: Readonly<Record<ServiceName, string>>, certificates?: WatchedCertificates): Channels => {
  const clientOf = (name: ServiceName): Client =>
    new Client(channelTarget(addresses[name]), channelCredentials(certificates), { ...options, ...channelOptionsTo(name) });
  const clients = new Map(serviceNames.map((name) => [name, clientOf(name)]));
  return {
    call: async ({ service, rpc, request, metadata, deadlineMs, ifMatch }) =>
      new Promise((resolve, reject) => {
        const client = clients.get(service);
        if (client === undefined) throw new Error(`no channel to ${service}`);
        let behind = false;
        client
          .makeUnaryRequest(
            rpc.path,
            rpc.requestSerialize,
            rpc.responseDeserialize,
            request,
            metadata,
            { deadline: Date.now() + deadlineMs },
            (error: ServiceError | null, response) => {
              if (error !== null) reject(failureOf(error, ifMatch));
              else if (response === undefined) reject(new Error(`${rpc.path} answered nothing`));
              else resolve({ response, behind });
            },
          )
          .on('metadata', (header) => {
            behind = header.get(BEHIND_KEY).length > 0;
          });
      }),
    close() {
      for (const client of clients.values()) client.close();
    },
  };
};
