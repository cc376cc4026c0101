export { type Collector, type CollectorOptions, startCollector } from './collector/start-collector.ts';
export { describeOn } from './describe-on.ts';
export type { Found, RunningServer } from './found.ts';
export { type KafkaBroker, type KafkaOptions, type KafkaServer, startKafka } from './kafka/start-kafka.ts';
export { missingVariable, type ServerKind, TITLES } from './kinds.ts';
export { type ObjectStore, type ObjectStoreOptions, startObjectStore } from './object-store/start-object-store.ts';
export { type Prometheus, type PrometheusOptions, startPrometheus } from './prometheus/start-prometheus.ts';
export { type RedisOptions, type RedisServer, startRedis } from './redis/start-redis.ts';
export { findServer, startFound } from './run-servers.ts';
