import type { Rows } from '../projection.ts';

type Asked = Readonly<{
  sql: string;
  values: readonly unknown[];
  resolve: (rows: readonly never[]) => void;
  reject: (error: unknown) => void;
}>;

/** `$1` of a question stands behind the values of those before it. */
const shifted = (sql: string, by: number): string =>
  sql.replaceAll(/\$(\d+)/gu, (_, number: string) => `$${Number(number) + by}`);

const askAll = async (rows: Rows, asked: readonly Asked[]): Promise<void> => {
  const values: unknown[] = [];
  const columns = asked.map(({ sql, values: own }, at) => {
    const column = `(select coalesce(json_agg(q), '[]') from (${shifted(sql, values.length)}) q) as "${at}"`;
    values.push(...own);
    return column;
  });
  const [found] = await rows.query<Record<string, readonly never[]>>(`select ${columns.join(',\n')}`, values);
  asked.forEach(({ resolve }, at) => resolve(found?.[String(at)] ?? []));
};

/**
 * Questions that are asked in one turn go to the database as one statement, at one price: one way there and back, one connection. They are
 * plain selects of texts, whole numbers and truth values, in an order of their own or in none: answers travel as JSON, and where one fails all of them do.
 */
export const together = (rows: Rows): Rows => {
  let waiting: Asked[] = [];
  const send = (): void => {
    const asked = waiting;
    waiting = [];
    const [only] = asked;
    if (asked.length === 1 && only !== undefined) {
      rows.query<never>(only.sql, only.values).then(only.resolve, only.reject);
      return;
    }
    askAll(rows, asked).catch((error: unknown) => asked.forEach(({ reject }) => reject(error)));
  };
  return {
    query: <T>(sql: string, values: readonly unknown[] = []) =>
      new Promise<readonly T[]>((resolve, reject) => {
        // A new turn begins: whoever asks in the same one is waited for.
        if (waiting.length === 0) queueMicrotask(send);
        waiting.push({ sql, values, resolve, reject });
      }),
  };
};
