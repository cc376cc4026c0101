import type { ProjectedRows } from '@jiangong/read-models';
import { decidedIdOf } from '../../application/decision-streams.ts';
import type { DecisionFact, MinutesRecorded } from '../../domain/decision/facts.ts';

const minutes = (rows: ProjectedRows, { data }: MinutesRecorded): void => {
  const { decisionId, editionId, committeeId, body } = data;
  const roundId = decidedIdOf(data.roundId, data.unitId);
  for (const { personId, present } of body)
    if (present)
      rows.write(
        `insert into minutes_waiting (decision_id, round_id, committee_id, edition_id, person_id, attested) values ($1, $2, $3, $4, $5, false)`,
        [decisionId, roundId, committeeId, editionId, personId],
      );
  rows.write(`update round_progress set state = 'minuted' where round_id = $1 and state = 'tallied'`, [roundId]);
};

export const noMinutes = (rows: ProjectedRows, roundId: string): void =>
  rows.write('delete from minutes_waiting where round_id = $1', [roundId]);

/** Who has minutes to attest, and how far that is. */
export const changeDecision = (rows: ProjectedRows, fact: DecisionFact): void => {
  switch (fact.type) {
    case 'MinutesRecorded.v1':
      return minutes(rows, fact);
    case 'MinutesAttested.v1':
      return rows.write('update minutes_waiting set attested = true where decision_id = $1 and person_id = $2', [
        fact.data.decisionId,
        fact.data.personId,
      ]);
    case 'MinutesWithdrawn.v1': {
      const { decisionId } = fact.data;
      rows.write(
        `update round_progress set state = 'tallied' where state = 'minuted'
           and round_id in (select round_id from minutes_waiting where decision_id = $1)
           and not exists (select 1 from minutes_waiting m where m.round_id = round_progress.round_id and m.decision_id <> $1)`,
        [decisionId],
      );
      return rows.write('delete from minutes_waiting where decision_id = $1', [decisionId]);
    }
  }
};
