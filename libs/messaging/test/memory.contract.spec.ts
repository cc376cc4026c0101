import { MemoryPublicFactLog, publicFactLogContract } from '@jiangong/messaging/testing';

publicFactLogContract('memory', async () => {
  const facts = new MemoryPublicFactLog();
  return {
    facts,
    publish: async (context, published, through) => facts.publish(context, published, through),
    close: async () => undefined,
  };
});
