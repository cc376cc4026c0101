export type {
  Broker,
  ConsumeOptions,
  Consumption,
  IncomingRecord,
  OutgoingRecord,
  PartitionBatch,
  Verdict,
} from './broker.ts';
export { TopicDiffersError } from './broker.ts';
export { recordOfFact, recordOfWatermark, type RelayedFact, sourceOf, WATERMARK_TYPE } from './fact-records.ts';
export { jitteredPauses, type Pauses, TROUBLE_WAITS } from './pauses.ts';
export { BEGINNING, comparePlaces, type Place, placeOfText, samePlace, textOfPlace } from './place.ts';
export { type ReadRecord, readRecord, type ReceivedFact } from './read-record.ts';
export {
  consumerGroup,
  contextOfTopic,
  FACT_PARTITIONS,
  factsTopic,
  partitionOfStream,
  TELLING_CONTEXTS,
  TOPIC_MESSAGE_BYTES_MAX,
  TOPIC_PREFIX,
  type TopicDefinition,
} from './topics.ts';
export { type Inbox, type InboxLag, type InboxParts, openInbox } from '../inbox/inbox.ts';
export {
  type ContentDiffers,
  type InboxStore,
  type PartitionKey,
  type PartitionPlan,
  type PartitionProgress,
  textOfKey,
  untaken,
} from '../inbox/inbox-store.ts';
export { planBatch } from '../inbox/plan-batch.ts';
export { factOfReceived, postgresInboxFactLog } from '../inbox/postgres-inbox-fact-log.ts';
export { postgresInboxStore } from '../inbox/postgres-inbox-store.ts';
export { hasOverwritten, nextBatch, RELAY_BATCH_BYTES_MAX, RELAY_BATCH_FACTS_MAX } from '../relay/next-batch.ts';
export { postgresRelayStore } from '../relay/postgres-relay-store.ts';
export {
  type Relay,
  RELAY_LEASE_MS,
  RELAY_RENEW_MS,
  type RelayLag,
  type RelayParts,
  startRelay,
} from '../relay/relay.ts';
export { NewerRelayError, type PartitionTail, type RelayState, type RelayStore } from '../relay/relay-store.ts';
export { brokerTransport, type BrokerTransportParts, openBrokerTransport } from './broker-transport.ts';
export { inboxSql } from '../inbox/inbox-sql.ts';
export { relaySql } from '../relay/relay-sql.ts';
