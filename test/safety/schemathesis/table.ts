import type { RunRead } from './read-run.ts';

export const TABLE_HEAD = '| who | operations | cases | seconds | answers |\n|---|---|---|---|---|';

/** A line of the report: what one role sent, how much of the document that is, and how it was answered. */
export const tableRow = (role: string, { cases, operations, statuses }: RunRead, seconds: number): string => {
  const counted = Object.entries(statuses)
    .toSorted(([, one], [, other]) => other - one)
    .map(([status, count]) => `${count} × ${status}`);
  return `| ${role} | ${operations} | ${cases} | ${seconds} | ${counted.join(', ')} |`;
};
