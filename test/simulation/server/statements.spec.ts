import { describe, expect, it } from '@jest/globals';
import { inboxSql, relaySql } from '@jiangong/messaging/broker';
import { factSql, PUBLIC_FACTS, translatorSql } from '@jiangong/messaging/log';
import { checkpointSql, parkingSql } from '@jiangong/read-models/postgres';
import { engineStatements } from './engine-statements.ts';
import { inboxStatements } from './inbox-statements.ts';
import { messagingStatements } from './messaging-statements.ts';
import { relayStatements } from './relay-statements.ts';
import { statementBook, UnknownStatement } from './statements.ts';

const BOOKS = [engineStatements, messagingStatements, relayStatements(() => 0), inboxStatements];
const { insertInto, ...facts } = factSql;
const PRODUCT = [checkpointSql, parkingSql, translatorSql, facts, relaySql, inboxSql].flatMap((sql) =>
  Object.entries(sql as Readonly<Record<string, string>>),
);

describe("the simulation's statements", () => {
  const book = statementBook(...BOOKS);
  it.each([...PRODUCT, ['insertInto', insertInto(PUBLIC_FACTS)] as const])("%s is the product's own", (_, text) =>
    expect(book(text)).toBeInstanceOf(Function),
  );

  it('are no more than the product has', () =>
    expect(BOOKS.flatMap((statements) => Object.keys(statements)).length).toBe(PRODUCT.length + 1));

  it('a statement of which nothing is said is an accident', () =>
    expect(() => book('select 1 from reader_checkpoint')).toThrow(UnknownStatement));
});
