import type { ProjectedRows } from '@jiangong/read-models';
import { partIdOf } from '../../application/decision-streams.ts';
import type { ResultComputed } from '../../domain/round/result-facts.ts';

/** The parts of the latest result, each as something that is decided upon; of an undivided one none. */
export const divide = (rows: ProjectedRows, { data: { roundId, parts } }: ResultComputed): void => {
  for (const { committeeId } of parts ?? [])
    rows.write(
      `insert into round_progress (round_id, edition_id, committee_id, phase, second_notice, commends, makers, by_secretary, state, opens_at, closes_at, notice_until, part_of)
       select $2, edition_id, $3, phase, second_notice, commends, makers, by_secretary and committee_id <> $3, 'tallied', '', '', '', round_id from round_progress where round_id = $1
       on conflict (round_id) do update set state = 'tallied', notice_until = ''`,
      [roundId, partIdOf(roundId, committeeId), committeeId],
    );
};

/** What was decided over parts of the result before is annulled already, and no minutes over them are attested any more. */
export const forgetParts = (rows: ProjectedRows, roundId: string): void => {
  rows.write(`delete from minutes_waiting where round_id in (select round_id from round_progress where part_of = $1)`, [
    roundId,
  ]);
  rows.write('delete from round_progress where part_of = $1', [roundId]);
};
