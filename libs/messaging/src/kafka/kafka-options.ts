import { readFileSync } from 'node:fs';
import kafkajs, { type Kafka, type KafkaConfig } from 'kafkajs';

/** Where the brokers are, and how this service shows who it is. Files are read anew for every connection: certificates and passwords rotate. */
export type KafkaOptions = Readonly<{
  /** `host:port`, at least one. */
  brokers: readonly string[];
  /** What topics and groups are called after. */
  topicPrefix: string;
  /** Kebab-case name of the service: its consumer group. */
  service: string;
  /** With all three the connection is mutual TLS; with the CA alone only the broker shows itself. */
  tls?: Readonly<{ caFile: string; certFile?: string; keyFile?: string }>;
  /** SCRAM-SHA-512. */
  sasl?: Readonly<{ username: string; passwordFile: string }>;
}>;

/** A broker that does not answer a connection in so long is away. */
const CONNECT_TIMEOUT_MS = 3_000;

/** A request that is not answered in so long has an unknown outcome. */
const REQUEST_TIMEOUT_MS = 8_000;

/** kafkajs tries a request again so often by itself; then we begin anew, with a fresh connection. */
export const RETRY = { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 };

const tlsOf = ({ tls }: KafkaOptions): Pick<KafkaConfig, 'ssl'> =>
  tls
    ? {
        ssl: {
          ca: readFileSync(tls.caFile, 'utf8'),
          ...(tls.certFile ? { cert: readFileSync(tls.certFile, 'utf8') } : {}),
          ...(tls.keyFile ? { key: readFileSync(tls.keyFile, 'utf8') } : {}),
        },
      }
    : {};

const saslOf = ({ sasl }: KafkaOptions): Pick<KafkaConfig, 'sasl'> =>
  sasl
    ? {
        sasl: {
          mechanism: 'scram-sha-512',
          username: sasl.username,
          password: readFileSync(sasl.passwordFile, 'utf8').trim(),
        },
      }
    : {};

/** What may be logged of a failure: its class, and kafkajs' own words, which hold addresses and topics and never a record. */
export const failureOf = (error: unknown): Readonly<{ errorClass: string; said?: string }> =>
  error instanceof Error
    ? { errorClass: error.name, ...(error.name.startsWith('KafkaJS') ? { said: error.message } : {}) }
    : { errorClass: typeof error };

/** A client of its own for each purpose: nothing one of them breaks is shared. */
export const kafkaClient = (options: KafkaOptions): Kafka =>
  new kafkajs.Kafka({
    clientId: `${options.topicPrefix}-${options.service}`,
    brokers: [...options.brokers],
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    enforceRequestTimeout: true,
    retry: RETRY,
    // It says the same trouble a hundred times a second: what begins again is told by us, once each time.
    logLevel: kafkajs.logLevel.NOTHING,
    ...tlsOf(options),
    ...saslOf(options),
  });
