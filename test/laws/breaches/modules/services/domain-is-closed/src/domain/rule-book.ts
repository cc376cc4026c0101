import { readFileSync } from 'node:fs';

/** Planted breach: a rule book that reads a file. */
export const rules = (path: string): string => readFileSync(path, 'utf8');
