import { Server, type ServerCredentials } from '@grpc/grpc-js';
import { type GrpcOptions, ServerGrpc } from '@nestjs/microservices';
import type { GrpcHealth } from './grpc-health.ts';
import { clearSocket } from '../sockets/index.ts';

/**
 * A connection serves no longer than this, then both ends make a new one without losing a call: so new replicas get their share, and
 * nobody stays connected under a certificate or an authority that was taken back. Jittered by grpc-js.
 */
export const CONNECTION_MS_MAX = 300_000;

/** What a call may still take on an old connection: longer than any deadline of the gateway by default. */
const CONNECTION_GRACE_MS = 30_000;

type Options = GrpcOptions['options'] & Readonly<{ url: string; credentials: ServerCredentials; health?: GrpcHealth }>;

/**
 * Nest's gRPC server, which takes its port last. Nest itself listens first and adds its methods afterwards: a call that comes in between,
 * as it does while replicas are replaced under load, would be told UNIMPLEMENTED.
 */
export class CompleteServer extends ServerGrpc {
  readonly #options: Options;

  constructor(options: Options) {
    super(options);
    this.#options = options;
  }

  override async createClient(): Promise<Server> {
    const server = new Server({
      'grpc.max_receive_message_length': this.#options.maxReceiveMessageLength ?? 0,
      'grpc.max_connection_age_ms': CONNECTION_MS_MAX,
      'grpc.max_connection_age_grace_ms': CONNECTION_GRACE_MS,
    });
    this.#options.health?.addTo(server);
    return server;
  }

  override async start(callback?: () => void): Promise<void> {
    await this.bindEvents();
    await clearSocket(this.#options.url);
    const server = this.grpcClient as Server;
    await new Promise<void>((resolve, reject) => {
      server.bindAsync(this.#options.url, this.#options.credentials, (error) => (error ? reject(error) : resolve()));
    });
    callback?.();
  }
}
