import { randomUUID } from 'node:crypto';
import { brokerTransport } from '../broker/broker-transport.ts';
import { jitteredPauses } from '../broker/pauses.ts';
import type { FactTransport } from '../fact-transport.ts';
import { openKafkaBroker } from './kafka-broker.ts';
import type { KafkaOptions } from './kafka-options.ts';
import { tracedBroker } from './traced-broker.ts';

/** Public facts by way of Kafka. */
export const kafkaTransport = (options: KafkaOptions): FactTransport =>
  brokerTransport(({ random, log, now }) => {
    const pauses = jitteredPauses(random);
    return {
      service: options.service,
      topicPrefix: options.topicPrefix,
      holder: randomUUID(),
      pauses,
      ticks: () => performance.now(),
      broker: tracedBroker(openKafkaBroker(options, { pauses, log }), { service: options.service, now }),
    };
  });
