import { join } from 'node:path';
import { acknowledgedOnce, type Known } from '../invariants/acknowledged-once.ts';
import type { LogChain } from '../invariants/log-chain.ts';
import type { GrowingFiles } from '../invariants/no-canary.ts';
import { type LoggedRow, readLog } from '../invariants/stored-log.ts';
import type { MatrixPlatform } from './matrix-platform.ts';
import type { Commanded } from './workload/history.ts';
import { CANARIES } from './workload/orders.ts';

/** From and to, in the run's own milliseconds. */
export type Window = Readonly<{ fromMs: number; toMs: number }>;

/** What is remembered of a platform between its cases. */
export type Looked = Readonly<{ chain: LogChain; files: GrowingFiles }>;

/** I10: orders that were sent and acknowledged while the platform could not have kept them. */
const acknowledgedWhileRefusing = ({ history, windows }: Asked): readonly string[] =>
  history
    .filter(
      ({ outcome, lastSentMs, answeredMs }) =>
        outcome === 'acknowledged' && windows.some(({ fromMs, toMs }) => lastSentMs >= fromMs && answeredMs <= toMs),
    )
    .map(({ kind, requestId }) => `I10: ${kind} ${requestId} was acknowledged while nothing could be kept`);

const canariesIn = async (
  { sql, directory }: MatrixPlatform,
  files: GrowingFiles,
  rows: readonly LoggedRow[],
): Promise<readonly string[]> => {
  const holds = (text: string): boolean => CANARIES.some((canary) => text.includes(canary));
  const told = await sql.query<{ position: number }>(
    'select position from messaging.public_fact where data like any ($1) limit 10',
    [CANARIES.map((canary) => `%${canary}%`)],
  );
  return [
    ...(await files.holding(join(directory, 'logs'), CANARIES)),
    ...rows
      .filter(({ data, entry }) => holds(data) || holds(entry))
      .map(({ position }) => `I8: the event at ${position} holds personal data in the clear`),
    ...told.rows.map(({ position }) => `I8: the public fact at ${position} holds personal data`),
  ];
};

/** What was asked of a platform during a case: by the workload, by the fault itself, and when nothing could be kept. */
export type Asked = Readonly<{ history: readonly Commanded[]; given: readonly string[]; windows: readonly Window[] }>;

const knownOf = ({ history, given }: Asked): readonly Known[] => [
  ...history,
  ...given.map((requestId): Known => ({
    requestId,
    kind: 'given by the fault',
    outcome: 'unknown',
    tries: 1,
    receipt: undefined,
  })),
];

/** Everything that must hold once a platform has come to rest after a fault; what does not, in words. */
export const checkInvariants = async (
  platform: MatrixPlatform,
  { chain, files }: Looked,
  asked: Asked,
): Promise<readonly string[]> => {
  const failures: string[] = [];
  const rows: LoggedRow[] = [];
  for await (const page of readLog(platform.sql, chain.position)) {
    failures.push(...chain.take(page));
    rows.push(...page);
  }
  failures.push(
    ...acknowledgedOnce(knownOf(asked), rows),
    ...acknowledgedWhileRefusing(asked),
    ...(await canariesIn(platform, files, rows)),
  );
  for (const { service, reader, equal } of await platform.compare())
    if (!equal)
      failures.push(`I5, I7: ${service}: the read model ${reader} rebuilt from zero differs from the live one`);
  for (const [service, status] of Object.entries(await platform.statuses()))
    if (status.parked > 0) failures.push(`${service} has parked ${status.parked} events`);
  return failures;
};
