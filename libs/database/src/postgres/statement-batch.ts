import type { Submittable } from 'pg';
import utils from 'pg/lib/utils.js';
import { type SqlStatement, StatementFailed } from '../sql-client.ts';
import { statementName } from './named-statements.ts';
import type { PgConnection } from './pg-connection.ts';

/**
 * Several statements in one write with one Sync at the end, as a query of pg: the server does them in order, stops at the first
 * that fails, and answers once. Their rows are not looked at.
 */
export class StatementBatch implements Submittable {
  readonly done: Promise<void>;
  readonly #statements: readonly SqlStatement[];
  readonly #outcome = Promise.withResolvers<void>();
  #completed = 0;
  #failed = false;
  /** The statements that this batch asked to be prepared, by index. */
  readonly #prepared: number[] = [];

  /** Throws on a value that has no form on the wire, before anything is sent. */
  constructor(statements: readonly SqlStatement[]) {
    this.#statements = statements.map(({ text, values }) => ({ text, values: values.map(utils.prepareValue) }));
    this.done = this.#outcome.promise;
  }

  submit(given: unknown): void {
    const connection = given as PgConnection;
    connection.stream.cork();
    try {
      for (const [index, statement] of this.#statements.entries()) this.#add(connection, index, statement);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  #add(connection: PgConnection, index: number, { text, values }: SqlStatement): void {
    const name = statementName(text) ?? '';
    if (name === '' || (connection.parsedStatements[name] ?? connection.submittedNamedStatements[name]) === undefined) {
      connection.parse({ name, text });
      if (name !== '') {
        connection.parsedStatements[name] = text;
        this.#prepared.push(index);
      }
    }
    connection.bind({ portal: '', statement: name, values: [...values], binary: false, valueMapper: (value) => value });
    connection.execute({ portal: '' });
  }

  /** True after a failure when pg believes a statement prepared that the server may not know: the connection is to be given up. */
  get leavesDoubt(): boolean {
    return this.#failed && this.#prepared.some((index) => index >= this.#completed);
  }

  handleError(error: Error): void {
    this.#failed = true;
    this.#outcome.reject(new StatementFailed(this.#completed, error));
  }

  handleCommandComplete(): void {
    this.#completed += 1;
  }

  handleReadyForQuery(): void {
    if (!this.#failed) this.#outcome.resolve();
  }

  /** Told by pg where a statement answers rows; nothing to do. */
  handleDataRow(): void {}
}
