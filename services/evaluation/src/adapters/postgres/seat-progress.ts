import type { ProjectedRows } from '@jiangong/read-models';
import { WHOLE_SHEET } from '../../application/streams.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { SheetFact } from '../../domain/sheet/facts.ts';

/** A seat waits until it has submitted; a reopened round waits for the seats it names alone, also for a sheet that it replaces. */
export const reopenSeats = (rows: ProjectedRows, roundId: string, seatIds: readonly string[]): void =>
  rows.write(
    `update seat_progress set state = case when seat_id = any($2::text[]) then 'waiting' when state = 'waiting' then 'out' else state end
     where round_id = $1`,
    [roundId, seatIds],
  );

export const changeSeat = (rows: ProjectedRows, fact: Extract<RoundFact, { type: `Seat${string}` }>): void => {
  const { roundId, seatId, personId } = fact.data;
  if (fact.type !== 'SeatAssigned.v1')
    return rows.write('delete from seat_progress where round_id = $1 and seat_id = $2', [roundId, seatId]);
  return rows.write(
    `insert into seat_progress (round_id, seat_id, person_id, state) values ($1, $2, $3, 'waiting')
     on conflict (round_id, seat_id) do update set person_id = excluded.person_id, state = 'waiting'`,
    [roundId, seatId, personId],
  );
};

/** Who marks one entry at a time is waited for until the round is over. */
export const changeSheet = (rows: ProjectedRows, { type, data: { roundId, seatId, part } }: SheetFact): void => {
  if (type === 'SheetSubmitted.v1' && part === WHOLE_SHEET)
    rows.write(`update seat_progress set state = 'submitted' where round_id = $1 and seat_id = $2`, [roundId, seatId]);
};
