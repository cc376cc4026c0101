import { memoryShared } from '../src/adapters/memory/memory-shared.ts';
import { sharedMemoryContract } from './shared-memory-contract.ts';

sharedMemoryContract('one process', async () => {
  const shared = memoryShared(() => performance.now());
  return { one: shared, other: shared, close: async () => shared.close() };
});
