import { jest } from '@jest/globals';
import { jitteredPauses } from '@jiangong/messaging/broker';
import { openKafkaBroker } from '@jiangong/messaging/kafka';
import { publicFactLogContract } from '@jiangong/messaging/testing';
import { silentLogger } from '@jiangong/telemetry';
import { describeOn } from '@jiangong/test-servers';
import { openBrokerBench } from './broker-bench.ts';

/** A group is formed and left here, on a machine that may be busy. */
jest.setTimeout(120_000);

const brokers = (): readonly string[] => (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',');

describeOn('kafka', 'facts by way of Kafka', () => {
  publicFactLogContract('relay, Kafka and inbox', async () => {
    const prefix = `contract-${crypto.randomUUID()}`;
    const broker = openKafkaBroker(
      { brokers: brokers(), topicPrefix: prefix, service: 'gateway' },
      { pauses: jitteredPauses(Math.random), log: silentLogger },
    );
    const contexts = ['merit_projects', 'evaluation', 'membership'];
    const bench = await openBrokerBench(broker, { contexts, prefix, consumer: 'gateway' });
    return {
      facts: bench.facts,
      publish: async (context, facts, through) => {
        await bench.write(context, facts, through);
        await bench.until(context, through);
      },
      close: bench.close,
    };
  });
});
