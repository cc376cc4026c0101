import type { Socket } from 'node:net';

/** The parts of pg's connection that a query of one's own needs; pg's types leave them out. */
export type PgConnection = Readonly<{
  stream: Socket;
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  query: (text: string) => void;
  parse: (statement: { name: string; text: string; types?: number[] }) => void;
  bind: (bound: {
    portal: string;
    statement: string;
    values: unknown[];
    binary: boolean;
    valueMapper: (value: unknown) => unknown;
  }) => void;
  execute: (run: { portal: string }) => void;
  sync: () => void;
}>;
