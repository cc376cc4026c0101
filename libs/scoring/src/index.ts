export { compareIds, ID_PATTERN } from './ids.ts';
export { type JsonProblem, type Validated } from './json-reader.ts';
export * from './rows/index.ts';
