import { jest } from '@jest/globals';
import { MemoryBroker, publicFactLogContract } from '@jiangong/messaging/testing';
import { openBrokerBench } from './broker-bench.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

publicFactLogContract('relay, broker in memory and inbox', async () => {
  const contexts = ['merit_projects', 'evaluation', 'membership'];
  const bench = await openBrokerBench(new MemoryBroker(), { contexts, prefix: 'test', consumer: 'gateway' });
  return {
    facts: bench.facts,
    publish: async (context, facts, through) => {
      await bench.write(context, facts, through);
      await bench.until(context, through);
    },
    close: bench.close,
  };
});
