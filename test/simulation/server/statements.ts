import type { Row, Transaction } from './memory-database.ts';

/** What one statement does. `table` gives a table of the session's own schema. */
export type Statement = (
  on: Readonly<{ transaction: Transaction; table: (name: string) => string }>,
  values: readonly unknown[],
) => Promise<readonly Row[]> | readonly Row[];

/** Statements by their text, blanks collapsed. */
export type Statements = Readonly<Record<string, Statement>>;

const collapsed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Tables come into being with their first row here. */
const MAKES_TABLES = /^(?:create (?:table|index)|do \$\$)/;
const nothing: Statement = () => [];

/** A statement that the simulation has not been told of: whoever changed one in the code says here what it does. */
export class UnknownStatement extends Error {
  override readonly name = 'UnknownStatement';
}

export type StatementBook = (text: string) => Statement;

export const statementBook = (...books: readonly Statements[]): StatementBook => {
  const known = new Map<string, Statement>();
  for (const book of books) for (const [text, statement] of Object.entries(book)) known.set(collapsed(text), statement);
  return (text) => {
    const remembered = known.get(text);
    if (remembered) return remembered;
    const statement = known.get(collapsed(text)) ?? (MAKES_TABLES.test(collapsed(text)) ? nothing : undefined);
    if (!statement)
      throw new UnknownStatement(`test/simulation/server says nothing of this statement: ${collapsed(text)}`);
    known.set(text, statement);
    return statement;
  };
};
