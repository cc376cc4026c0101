import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceContract } from '@jiangong/service-host/nest';

const GENERATED = join(import.meta.dirname, '../../libs/contracts/src/generated/jiangong');

type GeneratedModule = Readonly<Record<string, unknown>> & Readonly<{ protoMetadata: ServiceContract['metadata'] }>;
type GrpcService = ServiceContract['service'];

const isService = (name: string, value: unknown): value is GrpcService =>
  name.endsWith('ServiceService') && typeof value === 'object' && value !== null;

/** `/jiangong.organizations.v1.OrganizationsService/FoundOrganization` → the service's full name. */
const fullNameOf = (service: GrpcService): string => {
  const path = Object.values(service)[0]?.path;
  if (path === undefined) throw new Error('a service without an RPC');
  return path.slice(1, path.lastIndexOf('/'));
};

/** Every gRPC service of the platform, found in what was generated: a new one is tested without being named anywhere. */
export const generatedContracts = async (): Promise<readonly ServiceContract[]> => {
  const files = readdirSync(GENERATED, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[a-z_]+\/v1\/[a-z_]+_service\.ts$/.test(file),
  );
  const contracts: ServiceContract[] = [];
  for (const file of files.toSorted()) {
    const module = (await import(`@jiangong/contracts/jiangong/${file.slice(0, -'.ts'.length)}`)) as GeneratedModule;
    for (const [name, value] of Object.entries(module))
      if (isService(name, value))
        contracts.push({ name: fullNameOf(value), service: value, metadata: module.protoMetadata });
  }
  return contracts;
};
