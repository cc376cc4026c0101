import type { Projection, Rows } from '@jiangong/read-models';
import { SOLVING } from './known-problems.ts';
import { REMINDER_STREAMS } from '../../application/streams.ts';
import type { ReminderLedger } from '../../application/reminder-scheduler.ts';
import type { StageWindow } from '../../domain/due-reminders.ts';
import type { ReminderFact } from '../../domain/facts.ts';
import { reminderKey } from '../../domain/reminders.ts';

const TABLES = `
  create table if not exists reminder_given (
    edition_id text not null,
    key text not null,
    primary key (edition_id, key)
  );
`;

/** Which reminders were given. */
export const reminderProjection: Projection = {
  name: 'reminders',
  version: 1,
  tables: TABLES,
  tableNames: ['reminder_given'],
  source: { kind: 'log', streamPrefixes: [REMINDER_STREAMS] },
  apply: async (rows, { data }) => {
    const due = data as ReminderFact['data'];
    rows.write('insert into reminder_given values ($1, $2) on conflict do nothing', [due.editionId, reminderKey(due)]);
  },
};

/** Stages that are open, last days of problems that somebody has to solve, and the reminders given for their editions. */
export const reminderLedger = (rows: Rows): ReminderLedger => ({
  openWindows: (now) =>
    rows.query<StageWindow>(
      `select edition_id as "editionId", act as stage, opens_at as "opensAt", closes_at as "closesAt", null as since
         from inbox_stage_window where opens_at <= $1 and closes_at > $1
       union all
       select edition_id, $2, '', closes_at, min(since) from inbox_problem where awaited and closes_at > $1 group by 1, 4
       order by 1, 2, 4`,
      [now, SOLVING],
    ),
  given: async (editionIds) => {
    const found = await rows.query<{ edition_id: string; key: string }>(
      'select edition_id, key from reminder_given where edition_id = any($1)',
      [editionIds],
    );
    const given = new Map<string, Set<string>>();
    for (const { edition_id, key } of found) given.set(edition_id, (given.get(edition_id) ?? new Set()).add(key));
    return given;
  },
});
