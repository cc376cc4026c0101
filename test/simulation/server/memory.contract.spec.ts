import { digestStatements } from '../platform/digests.ts';
import { placeStatements } from '../platform/places.ts';
import { DIGEST, SCHEMA } from './contract-bench.ts';
import { databaseContract } from './database-contract.ts';
import { engineStatements } from './engine-statements.ts';
import { inboxStatements } from './inbox-statements.ts';
import { MemoryDatabase } from './memory-database.ts';
import { messagingStatements } from './messaging-statements.ts';
import { plainListener, plainPool } from './plain-pool.ts';
import { relayStatements } from './relay-statements.ts';
import { statementBook } from './statements.ts';

/** Finer than milliseconds: a lease that ended just now is over. */
const now = (): number => performance.now();

databaseContract('memory', async () => {
  const database = new MemoryDatabase(now);
  const book = statementBook(
    engineStatements,
    messagingStatements,
    relayStatements(now),
    inboxStatements,
    placeStatements,
    digestStatements(DIGEST),
  );
  return { pool: plainPool(database, book, SCHEMA), listener: plainListener(database), close: async () => undefined };
});
