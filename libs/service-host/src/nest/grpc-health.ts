import {
  type sendUnaryData,
  type Server,
  type ServerUnaryCall,
  type ServerWritableStream,
  status,
} from '@grpc/grpc-js';
import { service } from 'grpc-health-check';

type Asked = Readonly<{ service: string }>;
type Told = Readonly<{ status: 'SERVING' | 'NOT_SERVING' }>;

/** What a prober or a mesh is told over gRPC's own health protocol (grpc.health.v1); nothing else, so it asks for no token. */
export type GrpcHealth = Readonly<{
  addTo(server: Server): void;
  /** From now on the services do their work, or do it no more. */
  tell(now: Told['status']): void;
}>;

/** `names`: the services that are served; `''` stands for the process as a whole. Not serving until told. */
export const grpcHealth = (names: readonly string[]): GrpcHealth => {
  const known = new Set(['', ...names]);
  let now: Told['status'] = 'NOT_SERVING';
  return {
    addTo: (server) =>
      server.addService(service, {
        check: ({ request }: ServerUnaryCall<Asked, Told>, answer: sendUnaryData<Told>): void => {
          if (known.has(request.service)) return answer(null, { status: now });
          answer({ code: status.NOT_FOUND, details: 'there is no such service here' });
        },
        // A watch never ends, and a server that stops in order waits for its calls: whoever watches asks again and again instead.
        watch: (call: ServerWritableStream<Asked, Told>): void => {
          call.emit('error', { code: status.UNIMPLEMENTED, details: 'ask with Check' });
        },
      }),
    tell: (next) => {
      now = next;
    },
  };
};
