import { MemoryEventStore } from '@jiangong/event-store/memory';
import { eventStoreContract } from '@jiangong/event-store/testing';

eventStoreContract('memory', async () => ({ store: new MemoryEventStore(), close: async () => undefined }));
