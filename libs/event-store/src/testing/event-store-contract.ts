import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../event-store.ts';
import { appendContract } from './append-contract.ts';
import type { Bench, ContractStore } from './contract-store.ts';
import { followContract } from './follow-contract.ts';
import { readContract } from './read-contract.ts';

/** What every adapter of the port must do. An adapter's test file is one call of this. */
export const eventStoreContract = (name: string, make: () => Promise<ContractStore>): void => {
  describe(`event store contract: ${name}`, () => {
    let made: ContractStore | undefined;
    beforeAll(async () => {
      made = await make();
    });
    afterAll(async () => made?.close());
    const store = (): EventStore => {
      if (!made) throw new Error('the store was not made');
      return made.store;
    };
    const bench: Bench = { store, freshStream: (aggregate = 'project') => `contract.${aggregate}-${randomUUID()}` };

    it('an empty log has head 0, no page and no stream', async () => {
      expect(await store().head()).toBe(0);
      expect(await store().readLog({ after: 0, limitMax: 10 })).toStrictEqual({ events: [], through: 0 });
      expect(await store().readStream(bench.freshStream())).toStrictEqual([]);
    });
    appendContract(bench);
    readContract(bench);
    followContract(bench);
  });
};
