export { readSettings, type Settings } from './arguments.ts';
export { type Output, readTemplate, run, tellProblems, USAGE } from './run.ts';
export { textTable } from './text-table.ts';
