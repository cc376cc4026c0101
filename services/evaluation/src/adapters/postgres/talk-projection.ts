import { localDateOf } from '@jiangong/calendar';
import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { decidedIdOf, talkIdOf } from '../../application/decision-streams.ts';
import { ROUND_STREAMS, TALK_STREAMS } from '../../application/streams.ts';
import type { DecisionAnnulled, DecisionTaken } from '../../domain/decision/taken-facts.ts';
import type { EntryPutBack, EntryTakenOut, RoundPrepared } from '../../domain/round/facts.ts';
import type { TalkFact } from '../../domain/talk/facts.ts';

type Heard = TalkFact | RoundPrepared | DecisionTaken | DecisionAnnulled | EntryTakenOut | EntryPutBack;

const TABLES = `
  create table if not exists talk_rule (
    round_id text not null,
    rule text not null,
    role text not null,
    within_days integer,
    primary key (round_id, rule)
  );
  create table if not exists talk (
    talk_id text primary key,
    round_id text not null,
    decided_id text not null,
    decision_id text not null,
    entry_id text not null,
    role text not null,
    due_on text,
    standing text not null,
    held_by text,
    entry_left boolean not null default false
  );
  create index if not exists talk_decided on talk (decided_id);
  create index if not exists talk_entry on talk (entry_id) where standing = 'held';
`;

const prepare = (rows: ProjectedRows, { data: { roundId, tables } }: RoundPrepared): void => {
  rows.write('delete from talk_rule where round_id = $1', [roundId]);
  for (const { rule, by, withinDays } of tables.talks ?? [])
    rows.write('insert into talk_rule (round_id, rule, role, within_days) values ($1, $2, $3, $4)', [
      ...[roundId, rule, tables.parties.find(({ id }) => id === by)?.role ?? '', withinDays],
    ]);
};

/** One for each award whose rule asks for a talk; its last day counts from the day of the decision, which does not count itself. */
const taken = (rows: ProjectedRows, { data }: DecisionTaken): void => {
  const { roundId, unitId, decisionId, takenAt, awards } = data;
  for (const { rule, entryId } of awards)
    if (entryId !== null)
      rows.write(
        `insert into talk (talk_id, round_id, decided_id, decision_id, entry_id, role, due_on, standing)
         select $1, $2, $3, $4, $5, r.role, to_char($6::date + r.within_days, 'YYYY-MM-DD'), 'waiting'
         from talk_rule r where r.round_id = $2 and r.rule = $7 on conflict (talk_id) do nothing`,
        [
          ...[talkIdOf(decisionId, rule, entryId), roundId, decidedIdOf(roundId, unitId), decisionId, entryId],
          ...[localDateOf(takenAt), rule],
        ],
      );
};

const stand = (rows: ProjectedRows, talkId: string, standing: string, heldBy: string | null = null): void =>
  rows.write('update talk set standing = $2, held_by = $3 where talk_id = $1', [talkId, standing, heldBy]);

const left = (rows: ProjectedRows, { roundId, entryId }: EntryTakenOut['data'] | EntryPutBack['data'], is: boolean) =>
  rows.write('update talk set entry_left = $3 where round_id = $1 and entry_id = $2', [roundId, entryId, is]);

const change = (rows: ProjectedRows, fact: Heard): void => {
  switch (fact.type) {
    case 'RoundPrepared.v1':
      return prepare(rows, fact);
    case 'DecisionTaken.v1':
      return taken(rows, fact);
    // What an annulled decision asked for is asked for no more; what was written down stays in the log.
    case 'DecisionAnnulled.v1':
      return rows.write('delete from talk where decision_id = $1', [fact.data.decisionId]);
    case 'EntryTakenOut.v1':
      return left(rows, fact.data, true);
    case 'EntryPutBack.v1':
      return left(rows, fact.data, false);
    case 'TalkRecorded.v1':
      return stand(rows, fact.data.talkId, 'held', fact.data.heldBy);
    case 'TalkConfirmed.v1':
      return rows.write(`update talk set standing = 'confirmed' where talk_id = $1`, [fact.data.talkId]);
    case 'TalkRefuted.v1':
    case 'TalkWithdrawn.v1':
      return stand(rows, fact.data.talkId, 'waiting');
  }
};

const OF_ROUNDS: readonly string[] = [
  ...['RoundPrepared.v1', 'DecisionTaken.v1', 'DecisionAnnulled.v1', 'EntryTakenOut.v1', 'EntryPutBack.v1'],
];

/** The talks that decisions in force ask for, and how each stands: what people's work is told from. */
export const talkProjection: Projection = {
  name: 'talks',
  version: 1,
  tables: TABLES,
  tableNames: ['talk_rule', 'talk'],
  source: { kind: 'log', streamPrefixes: [TALK_STREAMS, ROUND_STREAMS] },
  apply: async (rows, { stream, type, data }) => {
    if (stream.startsWith(TALK_STREAMS) || OF_ROUNDS.includes(type)) change(rows, { type, data } as Heard);
  },
};
