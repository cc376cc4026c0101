import type { FactTransport } from '@jiangong/messaging';
import { logTransport } from '@jiangong/messaging/log';
import { z } from 'zod';

const FILE = z.string().min(1).optional();

/** How public facts travel between services; the same for every process, and for the gateway. */
export const messagingEnvironment = {
  /** `log`: straight through the one database. `kafka`: by way of the brokers named. */
  MESSAGING: z.enum(['log', 'kafka']).default('log'),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[\w.\-[\]:]+:\d{1,5}(?:,[\w.\-[\]:]+:\d{1,5})*$/, 'host:port, or several')
    .optional(),
  /** What topics and consumer groups are called after. */
  KAFKA_TOPIC_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .default('jiangong'),
  KAFKA_TLS_CA_FILE: FILE,
  KAFKA_TLS_CERT_FILE: FILE,
  KAFKA_TLS_KEY_FILE: FILE,
  KAFKA_SASL_USERNAME: z.string().min(1).optional(),
  KAFKA_SASL_PASSWORD_FILE: FILE,
} as const;

const schema = z.object(messagingEnvironment);

export type MessagingSettings = z.infer<typeof schema>;

const wrong = (what: string): Error => new Error(`configuration: ${what}`);

const tlsOf = (given: MessagingSettings) => {
  const { KAFKA_TLS_CA_FILE: caFile, KAFKA_TLS_CERT_FILE: certFile, KAFKA_TLS_KEY_FILE: keyFile } = given;
  if ((certFile === undefined) !== (keyFile === undefined))
    throw wrong('KAFKA_TLS_CERT_FILE and KAFKA_TLS_KEY_FILE go together');
  if (caFile === undefined && certFile !== undefined) throw wrong('KAFKA_TLS_CERT_FILE needs KAFKA_TLS_CA_FILE');
  return caFile === undefined ? {} : { tls: { caFile, ...(certFile && keyFile ? { certFile, keyFile } : {}) } };
};

const saslOf = ({ KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD_FILE: passwordFile }: MessagingSettings) => {
  if ((username === undefined) !== (passwordFile === undefined))
    throw wrong('KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD_FILE go together');
  return username === undefined || passwordFile === undefined ? {} : { sasl: { username, passwordFile } };
};

/** The transport that the configuration names. Only who uses Kafka loads its client. */
export const factTransportOf = async (service: string, given: MessagingSettings): Promise<FactTransport> => {
  if (given.MESSAGING === 'log') return logTransport;
  if (given.KAFKA_BROKERS === undefined) throw wrong('MESSAGING=kafka needs KAFKA_BROKERS');
  const { kafkaTransport } = await import('@jiangong/messaging/kafka');
  return kafkaTransport({
    brokers: given.KAFKA_BROKERS.split(','),
    topicPrefix: given.KAFKA_TOPIC_PREFIX,
    service,
    ...tlsOf(given),
    ...saslOf(given),
  });
};
