import { RowLocks } from './row-locks.ts';

export type Row = Readonly<Record<string, unknown>>;
type Change = Readonly<{ table: string; key: string; before: Row | undefined }>;
type Table = Map<string, Row>;

/** An error as the driver words it: `code` is the SQLSTATE or Node's code. */
export const sqlError = (code: string, message: string): Error => Object.assign(new Error(message), { code });

const connectionLost = (): Error => sqlError('ECONNRESET', 'Connection terminated unexpectedly');

/**
 * PostgreSQL as far as the readers lean on it: rows by key, READ COMMITTED transactions with row locks, NOTIFY at commit, and a
 * write-ahead log whose unflushed end is lost when the server is killed (`synchronous_commit off`). No SQL: `statements.ts` says
 * what each statement of the code under simulation does here, and a contract holds that against the real server.
 */
export class MemoryDatabase {
  readonly #tables = new Map<string, Table>();
  readonly #locks = new RowLocks();
  readonly #listeners = new Set<(channel: string, payload: string) => void>();
  /** Commits since the last flush, oldest first. */
  #unflushed: (readonly Change[])[] = [];
  /** Rises when the server is killed: what was open is over. */
  #generation = 1;
  #downUntil = Number.NEGATIVE_INFINITY;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get up(): boolean {
    return this.#now() >= this.#downUntil;
  }

  begin(): Transaction {
    if (!this.up) throw sqlError('ECONNREFUSED', 'connect ECONNREFUSED');
    return new Transaction(this, this.#locks, this.#generation);
  }

  table(name: string): ReadonlyMap<string, Row> {
    return this.#tables.get(name) ?? new Map();
  }

  alive(generation: number): boolean {
    return this.up && generation === this.#generation;
  }

  /** What was committed before is safe from here on: the log is flushed in order. */
  flush(): void {
    this.#unflushed = [];
  }

  get unflushedCommits(): number {
    return this.#unflushed.length;
  }

  onNotify(told: (channel: string, payload: string) => void): () => void {
    this.#listeners.add(told);
    return () => void this.#listeners.delete(told);
  }

  commit(
    writes: ReadonlyMap<string, ReadonlyMap<string, Row | undefined>>,
    durable: boolean,
    told: readonly (readonly [string, string])[],
  ): void {
    const changes: Change[] = [];
    for (const [name, rows] of writes) {
      const table = this.#tables.get(name) ?? new Map<string, Row>();
      this.#tables.set(name, table);
      for (const [key, row] of rows) {
        changes.push({ table: name, key, before: table.get(key) });
        if (row) table.set(key, row);
        else table.delete(key);
      }
    }
    if (changes.length > 0) {
      this.#unflushed.push(changes);
      if (durable) this.flush();
    }
    for (const [channel, payload] of told) for (const listener of [...this.#listeners]) listener(channel, payload);
  }

  /** `kill -9` of the server, which comes back after a while: open transactions and unflushed commits are gone. */
  crash(downMs: number): void {
    this.#generation += 1;
    this.#downUntil = this.#now() + downMs;
    for (const changes of this.#unflushed.toReversed())
      for (const { table, key, before } of changes.toReversed()) {
        const rows = this.#tables.get(table);
        if (before) rows?.set(key, before);
        else rows?.delete(key);
      }
    this.#unflushed = [];
    this.#locks.breakAll(connectionLost());
  }
}

/** One transaction. Reads see what is committed, and its own writes. */
export class Transaction {
  readonly #database: MemoryDatabase;
  readonly #locks: RowLocks;
  readonly #generation: number;
  readonly #writes = new Map<string, Map<string, Row | undefined>>();
  readonly #told: (readonly [string, string])[] = [];
  #over = false;
  /** `synchronous_commit` of this transaction. */
  durable = true;

  constructor(database: MemoryDatabase, locks: RowLocks, generation: number) {
    this.#database = database;
    this.#locks = locks;
    this.#generation = generation;
  }

  check(): void {
    if (this.#over || !this.#database.alive(this.#generation)) throw connectionLost();
  }

  get(table: string, key: string): Row | undefined {
    this.check();
    const own = this.#writes.get(table);
    return own?.has(key) ? own.get(key) : this.#database.table(table).get(key);
  }

  /** All rows of a table that pass, in no promised order. */
  scan(table: string, passes: (row: Row) => boolean): readonly Row[] {
    this.check();
    const own = this.#writes.get(table);
    const rows = [...this.#database.table(table)].filter(([key]) => !own?.has(key)).map(([, row]) => row);
    for (const row of own?.values() ?? []) if (row) rows.push(row);
    return rows.filter(passes);
  }

  /** Waits until no other transaction holds the row. */
  async lock(table: string, key: string): Promise<void> {
    this.check();
    await this.#locks.take(`${table} ${key}`, this);
    this.check();
  }

  /** Writes a row, or with `undefined` removes it, once nobody else is at it. */
  async put(table: string, key: string, row: Row | undefined): Promise<void> {
    await this.lock(table, key);
    const own = this.#writes.get(table) ?? new Map<string, Row | undefined>();
    this.#writes.set(table, own.set(key, row));
  }

  notify(channel: string, payload: string): void {
    this.#told.push([channel, payload]);
  }

  commit(): void {
    this.check();
    this.#over = true;
    this.#database.commit(this.#writes, this.durable, this.#told);
    this.#locks.release(this);
  }

  rollback(): void {
    if (this.#over) return;
    this.#over = true;
    this.#locks.release(this);
  }
}
