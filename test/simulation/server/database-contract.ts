import { afterAll, beforeAll, describe } from '@jest/globals';
import type { DatabaseBench } from './contract-bench.ts';
import { relayContract, translatorContract } from './facts-contract.ts';
import { inboxContract } from './inbox-contract.ts';
import { placesContract, readersContract } from './readers-contract.ts';

/** What the simulation's database must answer as PostgreSQL does: every statement of readers, translators, relay and inbox. */
export const databaseContract = (name: string, make: () => Promise<DatabaseBench>): void => {
  describe(`database contract of the simulation: ${name}`, () => {
    let open: DatabaseBench | undefined;
    const bench = (): DatabaseBench => {
      if (!open) throw new Error('not open yet');
      return open;
    };
    beforeAll(async () => {
      open = await make();
    });
    afterAll(async () => open?.close());
    readersContract(bench);
    placesContract(bench);
    translatorContract(bench);
    relayContract(bench);
    inboxContract(bench);
  });
};
