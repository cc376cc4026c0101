import { type GrpcHealth, grpcHealth } from './grpc-health.ts';
import { startHealthServer } from './health-server.ts';
import type { ServiceContract } from './package-definition.ts';

export type Probes = Readonly<{
  overGrpc: GrpcHealth;
  tell(now: 'SERVING' | 'NOT_SERVING'): void;
  close(): Promise<void>;
}>;

/** Whoever probes is told the same over plain HTTP (at `listenAt`) and over gRPC. Not serving until told. */
export const startProbes = async (
  contracts: readonly ServiceContract[],
  listenAt: string | undefined,
): Promise<Probes> => {
  const overHttp = await startHealthServer(listenAt);
  const overGrpc = grpcHealth(contracts.map(({ name }) => name));
  return {
    overGrpc,
    tell: (now) => {
      overGrpc.tell(now);
      if (now === 'SERVING') overHttp.ready();
      else overHttp.notReady();
    },
    close: () => overHttp.close(),
  };
};
