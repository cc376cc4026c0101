import type { SqlClient } from '../sql-client.ts';

/** So many different texts of a process are prepared; what comes after is sent as it is, so that made-up texts fill no server. */
export const NAMED_STATEMENTS_MAX = 1_000;

const names = new Map<string, string>();

/** The name under which a text is prepared on every connection of this process; undefined: it is not prepared. */
export const statementName = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size >= NAMED_STATEMENTS_MAX) return known;
  const name = `jiangong-${names.size + 1}`;
  names.set(text, name);
  return name;
};

type Driver = { query(query: string | { name?: string; text: string; values: unknown[] }): unknown };

/**
 * A statement with values is prepared once a connection under a name, and not parsed and planned anew at every call. Without
 * values it goes as it is (it may be several statements).
 */
export const namedQuery =
  (driver: Driver): SqlClient['query'] =>
  (text, values) => {
    if (values === undefined || values.length === 0) return driver.query(text) as never;
    const name = statementName(text);
    return driver.query(name === undefined ? { text, values } : { name, text, values }) as never;
  };
