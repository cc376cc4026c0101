import type { Projection, ProjectedRows } from '@jiangong/read-models';

type Seat = Readonly<{ roundId: string; editionId?: string; seatId?: string; personId: string }>;

const assign = (rows: ProjectedRows, { roundId, editionId, seatId, personId }: Seat): void =>
  rows.write(
    `insert into seat (round_id, person_id, seat_id, edition_id) values ($1, $2, $3, $4)
     on conflict (round_id, person_id) do update set seat_id = excluded.seat_id`,
    [roundId, personId, seatId ?? personId, editionId ?? ''],
  );

const vacate = (rows: ProjectedRows, { roundId, seatId, personId }: Seat): void =>
  rows.write('delete from seat where round_id = $1 and (person_id = $2 or ($3 <> $2 and seat_id = $3))', [
    roundId,
    personId ?? '',
    seatId ?? personId ?? '',
  ]);

/** Who has a seat in a round of which edition: evaluators read the entries that they score. */
export const seatProjection: Projection = {
  name: 'seats-heard',
  version: 1,
  tables: `
    create table if not exists seat (
      round_id text not null,
      person_id text not null,
      seat_id text not null,
      edition_id text not null,
      primary key (round_id, person_id)
    );
    create index if not exists seat_of_edition on seat (edition_id, person_id);`,
  tableNames: ['seat'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data }) => {
    const seat = data as Seat;
    if (type === 'evaluation.SeatAssigned.v1') assign(rows, seat);
    if (type === 'evaluation.SeatVacated.v1' || type === 'evaluation.SeatExcused.v1') vacate(rows, seat);
    if (type === 'evaluation.RoundAnnulled.v1') rows.write('delete from seat where round_id = $1', [seat.roundId]);
  },
};
