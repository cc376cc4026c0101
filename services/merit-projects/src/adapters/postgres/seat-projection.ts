import type { Projection, ProjectedRows } from '@jiangong/read-models';

type OfRound = Readonly<{ roundId: string; editionId: string }>;
type Source = Readonly<{ sourceId: string; vote: string; skipsOwn?: boolean; dealt?: boolean }>;
type Prepared = OfRound & Readonly<{ sources?: readonly Source[] }>;
type Seat = OfRound & Readonly<{ seatId: string; personId: string; sourceId: string; seatHomeId?: string }>;
type OfEntry = OfRound & Readonly<{ entryId: string; personId?: string }>;
type Dealt = OfRound & Readonly<{ seatId: string; entryIds?: readonly string[] }>;
type Window = OfRound & Readonly<{ closesAt: string }>;
type Reopened = OfRound & Readonly<{ closing: number; seatIds: readonly string[]; until: string }>;

const TABLES = `
  create table if not exists scoring_round (
    round_id text primary key,
    edition_id text not null,
    closing integer not null,
    closes_at text not null,
    open_seats text
  );
  create table if not exists scoring_source (
    round_id text not null,
    source_id text not null,
    vote text not null,
    skips_own boolean not null,
    dealt boolean not null,
    primary key (round_id, source_id)
  );
  create table if not exists scoring_seat (
    round_id text not null,
    seat_id text not null,
    person_id text not null,
    source_id text not null,
    home_id text not null,
    primary key (round_id, seat_id)
  );
  create index if not exists scoring_seat_of_person on scoring_seat (person_id);
  create table if not exists scoring_entry (
    round_id text not null,
    entry_id text not null,
    judged boolean not null,
    primary key (round_id, entry_id)
  );
  create index if not exists scoring_entry_by_entry on scoring_entry (entry_id);
  create table if not exists scoring_share (
    round_id text not null,
    seat_id text not null,
    entry_id text not null,
    primary key (round_id, seat_id, entry_id)
  );
  create table if not exists scoring_recusal (
    round_id text not null,
    person_id text not null,
    entry_id text not null,
    primary key (round_id, person_id, entry_id)
  );`;

const TABLE_NAMES = [
  ...['scoring_round', 'scoring_source', 'scoring_seat', 'scoring_entry', 'scoring_recusal', 'scoring_share'],
];

/** Prepared anew, a round keeps the seats of the sources that are still there and count their votes in the same way. */
const prepare = (rows: ProjectedRows, { roundId, editionId, sources = [] }: Prepared): void => {
  rows.write(
    `insert into scoring_round (round_id, edition_id, closing, closes_at, open_seats) values ($1, $2, 0, '', null)
     on conflict (round_id) do nothing`,
    [roundId, editionId],
  );
  rows.write(
    `delete from scoring_seat s where s.round_id = $1 and not exists (
       select 1 from scoring_source o join jsonb_to_recordset($2::jsonb) as n("sourceId" text, vote text)
         on n."sourceId" = o.source_id and n.vote = o.vote
       where o.round_id = $1 and o.source_id = s.source_id)`,
    [roundId, JSON.stringify(sources)],
  );
  rows.write('delete from scoring_source where round_id = $1', [roundId]);
  for (const { sourceId, vote, skipsOwn, dealt } of sources)
    rows.write('insert into scoring_source (round_id, source_id, vote, skips_own, dealt) values ($1, $2, $3, $4, $5)', [
      ...[roundId, sourceId, vote],
      ...[skipsOwn ?? false, dealt ?? false],
    ]);
};

const assign = (rows: ProjectedRows, { roundId, seatId, personId, sourceId, seatHomeId }: Seat): void =>
  rows.write(
    `insert into scoring_seat (round_id, seat_id, person_id, source_id, home_id) values ($1, $2, $3, $4, $5)
     on conflict (round_id, seat_id) do update set
       person_id = excluded.person_id, source_id = excluded.source_id, home_id = excluded.home_id`,
    [roundId, seatId, personId, sourceId, seatHomeId ?? ''],
  );

const leave = (rows: ProjectedRows, { roundId, seatId, personId }: Seat): void =>
  rows.write('delete from scoring_seat where round_id = $1 and seat_id = $2 and person_id = $3', [
    roundId,
    seatId,
    personId,
  ]);

type Closing = Readonly<{ closing: number; closesAt: string; openSeats: readonly string[] | null }>;

/** `openSeats`: only these may submit again; null: all. An empty `closesAt`: nothing is scored now. */
const turn = (rows: ProjectedRows, roundId: string, { closing, closesAt, openSeats }: Closing): void =>
  rows.write('update scoring_round set closing = $2, closes_at = $3, open_seats = $4 where round_id = $1', [
    ...[roundId, closing, closesAt],
    openSeats === null ? null : JSON.stringify(openSeats),
  ]);

const judge = (rows: ProjectedRows, { roundId, entryId }: OfEntry, judged: boolean): void =>
  rows.write(
    `insert into scoring_entry (round_id, entry_id, judged) values ($1, $2, $3)
     on conflict (round_id, entry_id) do update set judged = excluded.judged`,
    [roundId, entryId, judged],
  );

/** What a seat judges from here on takes the place of what it judged before. */
const deal = (rows: ProjectedRows, { roundId, seatId, entryIds = [] }: Dealt): void => {
  rows.write('delete from scoring_share where round_id = $1 and seat_id = $2', [roundId, seatId]);
  rows.write(
    'insert into scoring_share (round_id, seat_id, entry_id) select $1, $2, unnest($3::text[]) on conflict do nothing',
    [roundId, seatId, entryIds],
  );
};

const recuse = (rows: ProjectedRows, { roundId, entryId, personId }: OfEntry): void =>
  rows.write('insert into scoring_recusal (round_id, person_id, entry_id) values ($1, $2, $3) on conflict do nothing', [
    roundId,
    personId ?? '',
    entryId,
  ]);

const forget = (rows: ProjectedRows, { roundId }: OfRound): void => {
  for (const table of TABLE_NAMES) rows.write(`delete from ${table} where round_id = $1`, [roundId]);
};

const apply = (rows: ProjectedRows, type: string, data: unknown): void => {
  switch (type) {
    case 'evaluation.RoundPrepared.v1':
      return prepare(rows, data as Prepared);
    case 'evaluation.EntryAdmitted.v1':
    case 'evaluation.EntryPutBack.v1':
      return judge(rows, data as OfEntry, true);
    case 'evaluation.EntryTakenOut.v1':
      return judge(rows, data as OfEntry, false);
    case 'evaluation.SeatAssigned.v1':
      return assign(rows, data as Seat);
    case 'evaluation.SeatVacated.v1':
    case 'evaluation.SeatExcused.v1':
      return leave(rows, data as Seat);
    case 'evaluation.EntriesDealt.v1':
      return deal(rows, data as Dealt);
    case 'evaluation.RecusalDeclared.v1':
      return recuse(rows, data as OfEntry);
    case 'evaluation.RecusalLifted.v1': {
      const { roundId, personId, entryId } = data as OfEntry;
      return rows.write('delete from scoring_recusal where round_id = $1 and person_id = $2 and entry_id = $3', [
        roundId,
        personId ?? '',
        entryId,
      ]);
    }
    case 'evaluation.RoundOpened.v1': {
      const { roundId, closesAt } = data as Window;
      return turn(rows, roundId, { closing: 1, closesAt, openSeats: null });
    }
    case 'evaluation.WindowSet.v1': {
      const { roundId, closesAt } = data as Window;
      return rows.write(
        `update scoring_round set closes_at = $2 where round_id = $1 and closing = 1 and closes_at <> ''`,
        [roundId, closesAt],
      );
    }
    case 'evaluation.RoundReopened.v1': {
      const { roundId, closing, until, seatIds } = data as Reopened;
      return turn(rows, roundId, { closing, closesAt: until, openSeats: seatIds });
    }
    case 'evaluation.RoundClosed.v1': {
      const { roundId, closing } = data as Reopened;
      return turn(rows, roundId, { closing, closesAt: '', openSeats: null });
    }
    case 'evaluation.RoundAnnulled.v1':
      return forget(rows, data as OfRound);
    default:
      return undefined;
  }
};

/** Who judges which entries until when, as evaluation tells it: what evaluators may read follows from it, and nothing else does. */
export const seatProjection: Projection = {
  name: 'seats-heard',
  version: 3,
  tables: TABLES,
  tableNames: TABLE_NAMES,
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data }) => apply(rows, type, data),
};
