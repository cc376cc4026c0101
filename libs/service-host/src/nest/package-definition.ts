import type { ServiceDefinition as GrpcServiceDefinition } from '@grpc/grpc-js';
import type { Permission } from '@jiangong/contracts/jiangong/access/v1/permission';
import { readableOr } from './readable-message.ts';

/** The part of ts-proto's generated `protoMetadata` that is read here. */
export type ProtoMetadata = Readonly<{
  options?: { services?: { [service: string]: { methods?: { [method: string]: { [option: string]: unknown } } } } };
}>;

/** One gRPC service as generated: its full name, its definition, and the metadata that holds the permissions. */
export type ServiceContract = Readonly<{ name: string; service: GrpcServiceDefinition; metadata: ProtoMetadata }>;

/** Nest wants the method keys as proto-loader writes them: PascalCase with `originalName`. ts-proto writes camelCase. Reading a request never throws. */
export const packageDefinitionOf = (contracts: readonly ServiceContract[]): Record<string, GrpcServiceDefinition> =>
  Object.fromEntries(
    contracts.map(({ name, service }) => [
      name,
      Object.fromEntries(
        Object.entries(service).map(([key, method]) => [
          method.path.slice(method.path.lastIndexOf('/') + 1),
          { ...method, originalName: key, requestDeserialize: readableOr(method.requestDeserialize) },
        ]),
      ),
    ]),
  );

/** The proto packages of the contracts, each once. */
export const packagesOf = (contracts: readonly ServiceContract[]): string[] => [
  ...new Set(contracts.map(({ name }) => name.slice(0, name.lastIndexOf('.')))),
];

/** The permission of every RPC by its path. Throws when one has none: an RPC without a permission fails the boot. */
export const permissionsOf = (contracts: readonly ServiceContract[]): ReadonlyMap<string, Permission> => {
  const permissions = new Map<string, Permission>();
  for (const { name, service, metadata } of contracts) {
    const methods = metadata.options?.services?.[name.slice(name.lastIndexOf('.') + 1)]?.methods ?? {};
    for (const { path } of Object.values(service)) {
      const permission = methods[path.slice(path.lastIndexOf('/') + 1)]?.['permission'] as Permission | undefined;
      if (!permission?.action || !permission.resource) throw new Error(`${path} declares no permission`);
      if (permission.resource !== 'none' && !permission.idField)
        throw new Error(`${path} names no field that holds its ${permission.resource}`);
      permissions.set(path, permission);
    }
  }
  return permissions;
};
