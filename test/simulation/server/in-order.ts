import { type SqlStatement, StatementFailed } from '@jiangong/database';

/** Statements that go together, one after the other, up to the first that fails. */
export const inOrder =
  (perform: (text: string, values: readonly unknown[]) => Promise<unknown>) =>
  async (statements: readonly SqlStatement[]): Promise<void> => {
    for (const [index, { text, values }] of statements.entries())
      try {
        await perform(text, values);
      } catch (error) {
        throw new StatementFailed(index, error);
      }
  };
