import {
  eventStoreEnvironment,
  type EventStoreSettings,
  messagingEnvironment,
  type MessagingSettings,
  secretsFromFiles,
  type TlsFiles,
  tlsEnvironment,
  tlsFilesOf,
} from '@jiangong/service-host/nest';
import { type Role, ROLES } from '@jiangong/access';
import { isIP } from 'node:net';
import { UNIX_SOCKET } from '@jiangong/service-host/sockets';
import { z } from 'zod';
import { evidenceEnvironment, type EvidenceSettings, evidenceSettingsOf } from './evidence-settings.ts';
import type { ServiceName } from './routes/route.ts';

const addresses = z.string().regex(/^[\w.\-[\]:]+:\d{1,5}(?:,[\w.\-[\]:]+:\d{1,5})*$/u);
const address = z.union([addresses, z.string().regex(UNIX_SOCKET)], 'host:port, or several IPv4:port, or unix:/path');
const count = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);
const pem = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n'))
  .pipe(z.string().startsWith('-----BEGIN PRIVATE KEY-----'));

/** Names of roles (domain.md §1), by comma. */
const rolesByComma = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .pipe(z.array(z.enum(ROLES)));

const environmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/u }).optional(),
    PASSKEY_RP_ID: z.hostname().optional(),
    DATABASE_URL: z.url(),
    DATABASE_CONNECTIONS_MAX: z.coerce.number().int().min(2).max(20).default(6),
    JIANGONG_MASTER_KEY_FILE: z.string().min(1),
    SERVICE_TOKEN_PRIVATE_KEY: pem,
    ...evidenceEnvironment,
    REDIS_URL: z.url({ protocol: /^rediss?$/u }).optional(),
    REDIS_PASSWORD: z.string().min(1).optional(),
    REQUESTS_IN_FLIGHT_MAX: count(64, 10_000),
    REQUESTS_WAITING_MAX: count(64, 10_000),
    ORGANIZATIONS_GRPC: address,
    MEMBERSHIP_GRPC: address,
    MERIT_PROJECTS_GRPC: address,
    EVALUATION_GRPC: address,
    NOTIFICATIONS_GRPC: address,
    AUDIT_GRPC: address,
    QUERY_DEADLINE_MS: count(8_000, 120_000),
    ORDER_DEADLINE_MS: count(20_000, 300_000),
    SESSION_IDLE_MINUTES: count(60, 7 * 24 * 60),
    SESSION_ABSOLUTE_HOURS: count(12, 30 * 24),
    REQUESTS_PER_MINUTE_ADDRESS: count(3_000, 100_000_000),
    REQUESTS_PER_MINUTE_SESSION: count(1_200, 100_000_000),
    FRESH_SIGN_IN_MINUTES: z.coerce
      .number()
      .int()
      .min(0)
      .max(24 * 60)
      .default(0),
    SECOND_FACTOR_ROLES: rolesByComma,
    SIGN_IN_FREE_FAILURES_ADDRESS: count(30, 1_000_000),
    LIVE_CONNECTIONS_MAX: count(2_000, 100_000),
    LIVE_CONNECTIONS_SESSION_MAX: count(4, 1_000),
    TRUSTED_PROXIES: z.string().default(''),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    ...tlsEnvironment,
    ...messagingEnvironment,
    ...eventStoreEnvironment,
    SET_UP_LINK_FILE: z.string().min(1).optional(),
    CONSOLE_DIR: z.string().min(1).optional(),
    SAMPLE_SIGN_INS: z.string().min(1).optional(),
    STOP_NOTICE_MS: z.coerce.number().int().min(0).max(4_000).default(0),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .refine(
    (given) =>
      given.OIDC_ISSUER === undefined || (given.OIDC_CLIENT_ID !== undefined && given.OIDC_CLIENT_SECRET !== undefined),
    {
      path: ['OIDC_CLIENT_ID'],
      message: 'an external issuer needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
    },
  );

export type ExternalIssuer = Readonly<{ issuer: string; clientId: string; clientSecret: string }>;

/** Everything the gateway is told from outside, checked once at the start. */
export type Settings = Readonly<{
  port: number;
  host: string;
  /** Where browsers reach the gateway: an origin without a path. */
  publicUrl: string;
  /** The name that passkeys are bound to; null where the platform is reached by an address, or people sign in elsewhere. */
  passkeyRpId: string | null;
  /** Secure cookies. Off only for plain http on loopback. */
  secure: boolean;
  databaseUrl: string;
  databaseConnectionsMax: number;
  masterKeyFile: string;
  serviceTokenPrivateKey: string;
  evidence: EvidenceSettings;
  /** What several gateways share; absent: there is only this one. */
  redis: Readonly<{ url: string; password: string | undefined }> | undefined;
  /** Requests worked on at once, and how many more may wait for their turn. */
  admission: Readonly<{ inFlightMax: number; waitingMax: number }>;
  services: Readonly<Record<ServiceName, string>>;
  /** How the gateway shows itself to services; absent: plain text, on one machine. */
  tls: TlsFiles | undefined;
  /** Where the first officer's link is put while nobody has set the platform up; absent: only a terminal is told. */
  setUpLinkFile: string | undefined;
  /** The built console; absent: the gateway's own plain front page. */
  consoleDirectory: string | undefined;
  /** The file of the sample's sign-ins: its people are offered at the sign-in. Absent wherever real people work. */
  sampleSignIns: string | undefined;
  /** From the order to stop until nothing new is taken: whoever balances the load looks at `/readyz` meanwhile. */
  stopNoticeMs: number;
  queryDeadlineMs: number;
  orderDeadlineMs: number;
  sessionLimits: Readonly<{ idleMs: number; absoluteMs: number }>;
  requestsPerMinute: Readonly<{ address: number; session: number }>;
  /** How long after a sign-in acts that ask for a fresh one are taken; 0: none is asked for. */
  freshSignInMs: number;
  /** Whose holders sign in with a second factor. */
  secondFactorRoles: ReadonlySet<Role>;
  signInFreeFailuresAddress: number;
  live: Readonly<{ connectionsMax: number; perSessionMax: number }>;
  trustedProxies: readonly string[];
  externalIssuer: ExternalIssuer | undefined;
  /** How public facts come. */
  messaging: MessagingSettings;
  /** Where the log is. */
  eventStore: EventStoreSettings;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const publicOrigin = (given: string | undefined, fallback: string): URL => {
  const url = new URL(given ?? fallback);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new Error('configuration: PUBLIC_URL must be an origin without a path');
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
    throw new Error('configuration: PUBLIC_URL must be https; plain http is for loopback only');
  }
  return url;
};

/** Browsers bind passkeys to a name: the host, or a domain above it that is told; never to an address. */
const rpIdOf = ({ hostname }: URL, given: string | undefined): string | null => {
  if (given !== undefined && hostname !== given && !hostname.endsWith(`.${given}`))
    throw new Error('configuration: PASSKEY_RP_ID must be the host of PUBLIC_URL or a domain above it');
  const isAddress = hostname.startsWith('[') || isIP(hostname) !== 0;
  return isAddress ? null : (given ?? hostname);
};

type Environment = z.output<typeof environmentSchema>;

const servicesOf = (given: Environment): Settings['services'] => ({
  organizations: given.ORGANIZATIONS_GRPC,
  membership: given.MEMBERSHIP_GRPC,
  'merit-projects': given.MERIT_PROJECTS_GRPC,
  evaluation: given.EVALUATION_GRPC,
  notifications: given.NOTIFICATIONS_GRPC,
  audit: given.AUDIT_GRPC,
});

const externalOf = (given: Environment): ExternalIssuer | undefined =>
  given.OIDC_ISSUER === undefined || given.OIDC_CLIENT_ID === undefined || given.OIDC_CLIENT_SECRET === undefined
    ? undefined
    : { issuer: given.OIDC_ISSUER, clientId: given.OIDC_CLIENT_ID, clientSecret: given.OIDC_CLIENT_SECRET };

/** With an issuer outside a second factor is that issuer's matter: what nobody holds to is not taken as a setting. */
const secondFactorRolesOf = ({ OIDC_ISSUER, SECOND_FACTOR_ROLES }: Environment): ReadonlySet<Role> => {
  if (OIDC_ISSUER !== undefined && SECOND_FACTOR_ROLES.length > 0)
    throw new Error('configuration: SECOND_FACTOR_ROLES is for the built-in issuer; ask the issuer outside for it');
  return new Set(SECOND_FACTOR_ROLES);
};

/** Reads the environment, or says in one message everything that is wrong with it. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const parsed = environmentSchema.safeParse(secretsFromFiles(environment));
  if (!parsed.success) {
    throw new Error(
      `configuration: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    );
  }
  const given = parsed.data;
  const publicUrl = publicOrigin(given.PUBLIC_URL, `http://127.0.0.1:${given.PORT}`);
  return {
    port: given.PORT,
    host: given.HOST,
    publicUrl: publicUrl.origin,
    passkeyRpId: given.OIDC_ISSUER === undefined ? rpIdOf(publicUrl, given.PASSKEY_RP_ID) : null,
    secure: publicUrl.protocol === 'https:',
    databaseUrl: given.DATABASE_URL,
    databaseConnectionsMax: given.DATABASE_CONNECTIONS_MAX,
    masterKeyFile: given.JIANGONG_MASTER_KEY_FILE,
    serviceTokenPrivateKey: given.SERVICE_TOKEN_PRIVATE_KEY,
    evidence: evidenceSettingsOf(given),
    redis: given.REDIS_URL === undefined ? undefined : { url: given.REDIS_URL, password: given.REDIS_PASSWORD },
    admission: { inFlightMax: given.REQUESTS_IN_FLIGHT_MAX, waitingMax: given.REQUESTS_WAITING_MAX },
    services: servicesOf(given),
    tls: tlsFilesOf(given),
    setUpLinkFile: given.SET_UP_LINK_FILE,
    consoleDirectory: given.CONSOLE_DIR,
    sampleSignIns: given.SAMPLE_SIGN_INS,
    stopNoticeMs: given.STOP_NOTICE_MS,
    queryDeadlineMs: given.QUERY_DEADLINE_MS,
    orderDeadlineMs: given.ORDER_DEADLINE_MS,
    sessionLimits: {
      idleMs: given.SESSION_IDLE_MINUTES * 60_000,
      absoluteMs: given.SESSION_ABSOLUTE_HOURS * 3_600_000,
    },
    requestsPerMinute: { address: given.REQUESTS_PER_MINUTE_ADDRESS, session: given.REQUESTS_PER_MINUTE_SESSION },
    freshSignInMs: given.FRESH_SIGN_IN_MINUTES * 60_000,
    secondFactorRoles: secondFactorRolesOf(given),
    signInFreeFailuresAddress: given.SIGN_IN_FREE_FAILURES_ADDRESS,
    live: { connectionsMax: given.LIVE_CONNECTIONS_MAX, perSessionMax: given.LIVE_CONNECTIONS_SESSION_MAX },
    trustedProxies: given.TRUSTED_PROXIES.split(',')
      .map((proxy) => proxy.trim())
      .filter((proxy) => proxy !== ''),
    externalIssuer: externalOf(given),
    messaging: given,
    eventStore: given,
    logLevel: given.LOG_LEVEL,
  };
};
