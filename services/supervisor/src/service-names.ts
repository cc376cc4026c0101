/** The services with a gRPC server, in the order in which they are started. */
export const GRPC_SERVICES = [
  'organizations',
  'membership',
  'merit-projects',
  'evaluation',
  'notifications',
  'audit',
] as const;

export type GrpcService = (typeof GRPC_SERVICES)[number];

/** All processes that the supervisor starts and watches. */
export const SERVICE_NAMES = [...GRPC_SERVICES, 'gateway'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

export const isServiceName = (text: string): text is ServiceName => (SERVICE_NAMES as readonly string[]).includes(text);

/** `merit-projects` → `MERIT_PROJECTS`, as the names of environment variables have it. */
export const upperSnake = (service: ServiceName): string => service.replaceAll('-', '_').toUpperCase();
