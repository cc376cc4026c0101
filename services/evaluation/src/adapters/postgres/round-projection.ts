import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { ROUND_STREAMS, SHEET_STREAMS, WHOLE_SHEET } from '../../application/streams.ts';
import type { RoundIds } from '../../domain/decision/taken-facts.ts';
import { filledBy } from '../../domain/round/filled-by.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import { paperPollsOf } from '../../domain/paper-box/ground.ts';
import { asksFacts } from '../../domain/answer/asks-facts.ts';
import type { ResultComputed } from '../../domain/round/result-facts.ts';
import type { RoundTables } from '../../domain/round/tables.ts';
import type { SheetFact } from '../../domain/sheet/facts.ts';

const TABLES = `
  create table if not exists round (
    round_id text primary key,
    edition_id text not null,
    committee_id text not null,
    phase text not null,
    phase_zh text,
    phase_en text,
    period text not null,
    phases integer not null,
    ordinal integer not null,
    status text not null,
    closing integer not null,
    closes_at text,
    own_end boolean not null,
    checklists boolean not null,
    bonus_roles text[] not null,
    filled_by text not null,
    asks_facts boolean not null,
    paper_boxes boolean not null,
    -- Units whose committees decide over the latest result; 0: it is decided as a whole.
    parts integer not null default 0,
    commended_units text[] not null default '{}'
  );
  create index if not exists round_edition on round (edition_id, phase, ordinal);
  create index if not exists round_due on round (closes_at) where own_end and status = 'open';
  create table if not exists round_entry (
    round_id text not null,
    entry_id text not null,
    answerable text[] not null,
    subject_id text not null,
    stands_at text not null,
    primary key (round_id, entry_id)
  );
  create index if not exists round_entry_entry on round_entry (entry_id);
  create table if not exists round_seat (
    round_id text not null,
    seat_id text not null,
    person_id text not null,
    primary key (round_id, seat_id)
  );
  create index if not exists round_seat_person on round_seat (person_id);
  create table if not exists round_sheet (
    round_id text not null,
    seat_id text not null,
    person_id text not null,
    status text not null,
    last_at text not null,
    primary key (round_id, seat_id)
  );
  create index if not exists round_sheet_person on round_sheet (person_id);
`;

/** In which roles claims of bonuses are decided; none: there are no bonuses. */
const decidingRoles = ({ bonuses = [], parties }: RoundTables): readonly string[] => [
  ...new Set(bonuses.flatMap(({ decide }) => parties.filter(({ id }) => id === decide).map(({ role }) => role))),
];

const prepare = (rows: ProjectedRows, { data }: Extract<RoundFact, { type: 'RoundPrepared.v1' }>): void => {
  const { roundId, editionId, committeeId, phase, period, ordinal, tables } = data;
  rows.write(
    `insert into round (round_id, edition_id, committee_id, phase, period, phases, ordinal, status, closing, own_end, checklists, bonus_roles,
       filled_by, asks_facts, paper_boxes, phase_zh, phase_en)
     values ($1, $2, $3, $4, $5, $6, $7, 'prepared', 0, false, $8, $9, $10, $11, $12, $13, $14)
     on conflict (round_id) do update
       set phases = excluded.phases, checklists = excluded.checklists, bonus_roles = excluded.bonus_roles,
         filled_by = excluded.filled_by, asks_facts = excluded.asks_facts, paper_boxes = excluded.paper_boxes,
         phase_zh = excluded.phase_zh, phase_en = excluded.phase_en`,
    [
      ...[roundId, editionId, committeeId, phase, period, tables.phases.length, ordinal],
      (tables.checklists ?? []).length > 0,
      decidingRoles(tables),
      filledBy(tables, phase),
      asksFacts(tables, phase),
      paperPollsOf({ tables, phase }).length > 0,
      ...(tables.phaseNames?.[phase] ?? [null, null]),
    ],
  );
};

const status = (rows: ProjectedRows, roundId: string, name: string): void =>
  rows.write('update round set status = $2 where round_id = $1', [roundId, name]);

type Opening = Readonly<{ roundId: string; closing: number; closesAt: string; ownEnd: boolean }>;
const open = (rows: ProjectedRows, { roundId, closing, closesAt, ownEnd }: Opening): void =>
  rows.write(`update round set status = 'open', closing = $2, closes_at = $3, own_end = $4 where round_id = $1`, [
    roundId,
    closing,
    closesAt,
    ownEnd,
  ]);

/** Sheets about all entries alone: of one entry's marks the round itself is asked. */
const sheet = (
  rows: ProjectedRows,
  { data: { roundId, seatId, personId, part } }: SheetFact,
  { state, at }: Readonly<{ state: string; at: string }>,
): void => {
  if (part !== WHOLE_SHEET) return;
  rows.write(
    `insert into round_sheet (round_id, seat_id, person_id, status, last_at) values ($1, $2, $3, $4, $5)
     on conflict (round_id, seat_id) do update set
       person_id = excluded.person_id, status = excluded.status, last_at = excluded.last_at`,
    [roundId, seatId, personId, state, at],
  );
};

const seat = (rows: ProjectedRows, fact: Extract<RoundFact, { type: `Seat${string}` }>): void => {
  const { roundId, seatId, personId } = fact.data;
  if (fact.type === 'SeatAssigned.v1')
    return rows.write(
      `insert into round_seat (round_id, seat_id, person_id) values ($1, $2, $3)
       on conflict (round_id, seat_id) do update set person_id = excluded.person_id`,
      [roundId, seatId, personId],
    );
  return rows.write('delete from round_seat where round_id = $1 and seat_id = $2', [roundId, seatId]);
};

/** An organization stands for itself; a project, a person or a work where it was put forward from. */
const admitted = (rows: ProjectedRows, { data }: Extract<RoundFact, { type: 'EntryAdmitted.v1' }>): void => {
  const { roundId, entryId, answerable, subject, nominatorId } = data;
  rows.write(
    `insert into round_entry (round_id, entry_id, answerable, subject_id, stands_at) values ($1, $2, $3, $4, $5)
     on conflict (round_id, entry_id) do update set answerable = excluded.answerable`,
    [roundId, entryId, answerable, subject.id, subject.kind === 'organization' ? subject.id : nominatorId],
  );
};

const moved = (
  rows: ProjectedRows,
  { data: { roundId, entryId, answerable } }: Extract<RoundFact, { type: 'EntryMoved.v1' }>,
): void =>
  rows.write('update round_entry set answerable = $3 where round_id = $1 and entry_id = $2', [
    ...[roundId, entryId, answerable],
  ]);

/** A round that units decide is commended when each of them has made known what it decided. */
const commended = (rows: ProjectedRows, { roundId, unitId }: RoundIds): void => {
  if (unitId === undefined) return status(rows, roundId, 'commended');
  rows.write(
    `update round set commended_units = array_append(commended_units, $2),
       status = case when cardinality(commended_units) + 1 >= parts then 'commended' else status end where round_id = $1`,
    [roundId, unitId],
  );
};

const undone = (rows: ProjectedRows, { roundId, unitId }: RoundIds): void =>
  rows.write(
    `update round set commended_units = array_remove(commended_units, $2),
       status = case when status = 'commended' then 'closed' else status end
     where round_id = $1 and $2 = any(commended_units)`,
    [roundId, unitId ?? ''],
  );

const divided = (rows: ProjectedRows, { roundId, parts = [] }: ResultComputed['data']): void =>
  rows.write(`update round set parts = $2, commended_units = '{}' where round_id = $1`, [roundId, parts.length]);

const change = (rows: ProjectedRows, fact: RoundFact | SheetFact, at: string): void => {
  switch (fact.type) {
    case 'RoundPrepared.v1':
      return prepare(rows, fact);
    case 'EntryAdmitted.v1':
      return admitted(rows, fact);
    case 'EntryMoved.v1':
      return moved(rows, fact);
    case 'SeatAssigned.v1':
    case 'SeatVacated.v1':
    case 'SeatExcused.v1':
      return seat(rows, fact);
    case 'RoundOpened.v1': {
      const { roundId, closing, closesAt, proposalId } = fact.data;
      return open(rows, { roundId, closing, closesAt, ownEnd: proposalId !== null });
    }
    case 'RoundReopened.v1': {
      const { roundId, closing, until } = fact.data;
      return open(rows, { roundId, closing, closesAt: until, ownEnd: true });
    }
    case 'WindowSet.v1': {
      const { roundId, closesAt } = fact.data;
      return rows.write("update round set closes_at = $2 where round_id = $1 and status = 'open'", [roundId, closesAt]);
    }
    case 'RoundClosed.v1':
      return status(rows, fact.data.roundId, 'closed');
    case 'RoundAnnulled.v1':
      return status(rows, fact.data.roundId, 'annulled');
    case 'CircularIssued.v1':
      return commended(rows, fact.data);
    case 'DecisionAnnulled.v1':
      return undone(rows, fact.data);
    case 'ResultComputed.v1':
      return divided(rows, fact.data);
    case 'SheetSaved.v1':
    case 'MarksCleared.v1':
      return sheet(rows, fact, { state: 'draft', at });
    case 'SheetSubmitted.v1':
      return sheet(rows, fact, { state: 'submitted', at });
    case 'SheetCameLate.v1':
      return sheet(rows, fact, { state: 'late', at });
    default:
      // Everything else of a round is answered from its own stream.
      return undefined;
  }
};

/** Where rounds, their seats and entries are found, and who has handed in. No mark is ever in it. */
export const roundProjection: Projection = {
  name: 'rounds',
  version: 13,
  tables: TABLES,
  tableNames: ['round', 'round_entry', 'round_seat', 'round_sheet'],
  source: { kind: 'log', streamPrefixes: [ROUND_STREAMS, SHEET_STREAMS] },
  apply: async (rows, event) => {
    change(rows, { type: event.type, data: event.data } as RoundFact | SheetFact, event.occurredAt);
  },
};
