export {
  FETCH_BYTES_MAX,
  FETCH_PARTITION_BYTES_MAX,
  SESSION_TIMEOUT_MS,
  STOPPED_RETRY_MS,
} from './kafka-consumption.ts';
export { openKafkaBroker } from './kafka-broker.ts';
export type { KafkaOptions } from './kafka-options.ts';
export { kafkaTransport } from './kafka-transport.ts';
