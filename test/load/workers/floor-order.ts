import type { ServerUnaryCall } from '@grpc/grpc-js';

export type Call<Request> = Pick<ServerUnaryCall<Request, unknown>, 'request'>;

/** Where the two programs of the floor listen: `service` as grpc-js writes it, `unix:` or `host:port`. */
export type FloorOrder = Readonly<{ service: string; port: number; databaseUrl: string }>;
