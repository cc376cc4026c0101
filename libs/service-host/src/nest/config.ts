import { z } from 'zod';
import { eventStoreEnvironment } from './event-store-settings.ts';
import { messagingEnvironment } from './messaging-settings.ts';
import { secretsFromFiles } from './secrets-from-files.ts';
import { UNIX_SOCKET } from '../sockets/index.ts';
import { refusePlainTextAbroad, tlsEnvironment, tlsFilesOf } from './tls-files.ts';

const port = z.string().regex(/^[\w.\-[\]:]+:\d{1,5}$/, 'host:port');

const socket = z.string().regex(UNIX_SOCKET, 'unix:/path');

/** What every service reads from its environment; listed in the README. */
export const hostConfigSchema = z.object({
  /** PostgreSQL as the service's own role, whose search_path is its own schema. */
  DATABASE_URL: z.url(),
  /** Where the gRPC server listens; a socket (`unix:/path`) only among the processes of one machine. */
  GRPC_LISTEN: z.union([port, socket], 'host:port or unix:/path'),
  /** SPKI PEM of the gateway's Ed25519 key that signs service tokens. */
  SERVICE_TOKEN_PUBLIC_KEY: z
    .string()
    .startsWith('-----BEGIN PUBLIC KEY-----')
    .transform((pem) => pem.replaceAll('\\n', '\n')),
  /** The file that holds the master key wrapping all data keys. */
  JIANGONG_MASTER_KEY_FILE: z.string().min(1),
  /** Connections of one process to PostgreSQL: eight processes with six each stay below the server's limit. */
  DATABASE_CONNECTIONS_MAX: z.coerce.number().int().min(2).max(20).default(5),
  /** Set only by a supervisor that moves the clock: the moment at which it stands at the start. */
  JIANGONG_MOVED_CLOCK: z.iso.datetime().optional(),
  ...tlsEnvironment,
  ...messagingEnvironment,
  ...eventStoreEnvironment,
  /** Where liveness and readiness are answered over plain HTTP (`/healthz`, `/readyz`); absent: nowhere, a supervisor asks over its channel. */
  HEALTH_LISTEN: port.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type HostConfig = z.infer<typeof hostConfigSchema>;

/** Reads the environment, or says in one message everything that is wrong with it. */
export const readHostConfig = (environment: NodeJS.ProcessEnv, hasParent: boolean): HostConfig => {
  const parsed = hostConfigSchema.safeParse(secretsFromFiles(environment));
  if (!parsed.success)
    throw new Error(
      `configuration: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    );
  // Only a supervisor that moves clocks may set one: a service by itself, as in production, always has the machine's.
  if (parsed.data.JIANGONG_MOVED_CLOCK !== undefined && !hasParent)
    throw new Error('configuration: JIANGONG_MOVED_CLOCK is for services under a supervisor');
  refusePlainTextAbroad(parsed.data.GRPC_LISTEN, tlsFilesOf(parsed.data));
  return parsed.data;
};
