import { jest } from '@jest/globals';
import { eventStoreContract } from '@jiangong/event-store/testing';
import { startBench } from './kurrent-bench.ts';

jest.setTimeout(30_000); // a page of one event is a call over the network

// The contract over our stand-in, by both ways the client has to append. What a real server does is for kurrent.contract.stack-spec.ts to say.
for (const batchAppend of [true, false])
  eventStoreContract(`kurrent, over the stand-in, ${batchAppend ? 'batch append' : 'unary append'}`, async () => {
    const bench = await startBench({ batchAppend });
    return { store: bench.open().store, close: bench.close };
  });
