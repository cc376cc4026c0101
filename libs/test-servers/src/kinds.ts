/** Servers of a run, which its suites share. */
export type SharedKind = 'kafka' | 'redis' | 's3' | 'kurrentdb';

/** Servers that a suite starts by itself, to kill them. */
export type OwnKind = 'own-kafka' | 'own-redis' | 'own-s3' | 'own-collector' | 'own-prometheus';

/** What a stack test may need. */
export type ServerKind = SharedKind | OwnKind;

export const isOwn = (kind: ServerKind): kind is OwnKind => kind.startsWith('own-');

/** How a server is called in what people read. */
export const TITLES: Readonly<Record<ServerKind, string>> = {
  kafka: 'Kafka',
  redis: 'Redis',
  s3: 'an S3 store',
  kurrentdb: 'KurrentDB',
  'own-kafka': 'Kafka brokers of its own',
  'own-redis': 'a Redis of its own',
  'own-s3': 'an S3 store of its own',
  'own-collector': 'an OpenTelemetry Collector of its own',
  'own-prometheus': 'a Prometheus of its own',
};

/** The variable that says where the run's server is; of a server of one's own, that it can be started here. */
export const VARIABLES: Readonly<Record<ServerKind, string>> = {
  kafka: 'TEST_KAFKA_BROKERS',
  redis: 'TEST_REDIS_URL',
  s3: 'TEST_S3_ENDPOINT',
  kurrentdb: 'KURRENTDB_URL',
  'own-kafka': 'TEST_OWN_KAFKA',
  'own-redis': 'TEST_OWN_REDIS',
  'own-s3': 'TEST_OWN_S3',
  'own-collector': 'TEST_OWN_COLLECTOR',
  'own-prometheus': 'TEST_OWN_PROMETHEUS',
};

/** The variable in which a run's set-up says why a server is not there. */
export const missingVariable = (kind: ServerKind): string => `TEST_MISSING_${kind.toUpperCase().replace('-', '_')}`;
