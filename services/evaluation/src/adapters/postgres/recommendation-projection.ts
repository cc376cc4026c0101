import { organizationPath } from '@jiangong/access/postgres';
import type { ProjectedRows, Projection, Rows } from '@jiangong/read-models';
import type { Resolver } from '@jiangong/service-host/nest';
import { RECOMMENDATION_STREAMS, ROUND_STREAMS } from '../../application/streams.ts';
import { decidedIdOf, recommendationIdOf } from '../../application/decision-streams.ts';
import type { DecisionAnnulled, DecisionTaken } from '../../domain/decision/taken-facts.ts';
import type { RecommendationFact } from '../../domain/recommendation/facts.ts';
import type { EntryPutBack, EntryTakenOut } from '../../domain/round/facts.ts';

type Heard = RecommendationFact | DecisionTaken | DecisionAnnulled | EntryTakenOut | EntryPutBack;

const TABLES = `
  create table if not exists recommendation (
    recommendation_id text primary key,
    round_id text not null,
    decided_id text not null,
    decision_id text not null,
    edition_id text not null,
    entry_id text not null,
    standing text not null,
    outcome text,
    entry_left boolean not null default false
  );
  create index if not exists recommendation_round on recommendation (round_id);
  create index if not exists recommendation_decided on recommendation (decided_id);
  create table if not exists recommendation_proposal (
    proposal_id text primary key,
    recommendation_id text not null,
    decided_id text not null,
    proposed_by text not null,
    role text not null
  );
  create index if not exists recommendation_proposal_decided on recommendation_proposal (decided_id);
`;

const taken = (rows: ProjectedRows, fact: DecisionTaken['data']): void => {
  const { roundId, unitId, editionId, decisionId, awards } = fact;
  for (const { gives, rule, entryId } of awards)
    if (gives === 'recommendation' && entryId !== null)
      rows.write(
        `insert into recommendation (recommendation_id, round_id, decided_id, decision_id, edition_id, entry_id, standing)
         values ($1, $2, $3, $4, $5, $6, 'waiting')
         on conflict (recommendation_id) do nothing`,
        [
          ...[recommendationIdOf(decisionId, rule, entryId), roundId, decidedIdOf(roundId, unitId), decisionId],
          ...[editionId, entryId],
        ],
      );
};

const stand = (rows: ProjectedRows, id: string, standing: string, outcome: string | null = null): void =>
  rows.write('update recommendation set standing = $2, outcome = $3 where recommendation_id = $1', [
    id,
    standing,
    outcome,
  ]);

const left = (rows: ProjectedRows, { roundId, entryId }: EntryTakenOut['data'] | EntryPutBack['data'], is: boolean) =>
  rows.write('update recommendation set entry_left = $3 where round_id = $1 and entry_id = $2', [roundId, entryId, is]);

const change = (rows: ProjectedRows, fact: Heard): void => {
  switch (fact.type) {
    case 'DecisionTaken.v1':
      return taken(rows, fact.data);
    // What was put forward is taken back by its own fact; what only waited waits no more.
    case 'DecisionAnnulled.v1':
      return rows.write(`delete from recommendation where decision_id = $1 and standing = 'waiting'`, [
        fact.data.decisionId,
      ]);
    case 'EntryTakenOut.v1':
      return left(rows, fact.data, true);
    case 'EntryPutBack.v1':
      return left(rows, fact.data, false);
    case 'EntryPutForward.v1':
      return stand(rows, fact.data.recommendationId, 'put-forward');
    case 'PutForwardTakenBack.v1':
      rows.write('delete from recommendation_proposal where recommendation_id = $1', [fact.data.recommendationId]);
      return stand(rows, fact.data.recommendationId, 'taken-back');
    case 'OutsideDecisionRecorded.v1':
      return stand(rows, fact.data.recommendationId, 'put-forward', fact.data.outcome);
    case 'OutsideDecisionWithdrawn.v1':
      rows.write('delete from recommendation_proposal where proposal_id = $1', [fact.data.proposalId]);
      return stand(rows, fact.data.recommendationId, 'put-forward');
    case 'ActProposed.v1': {
      const { proposalId, recommendationId, proposedBy, role } = fact.data;
      return rows.write(
        `insert into recommendation_proposal (proposal_id, recommendation_id, decided_id, proposed_by, role)
         select $1, $2, decided_id, $3, $4 from recommendation where recommendation_id = $2`,
        [proposalId, recommendationId, proposedBy, role],
      );
    }
    case 'ProposalRejected.v1':
      return rows.write('delete from recommendation_proposal where proposal_id = $1', [fact.data.proposalId]);
    case 'PutForwardCorrected.v1':
      return undefined;
  }
};

const OF_ROUNDS: readonly string[] = ['DecisionTaken.v1', 'DecisionAnnulled.v1', 'EntryTakenOut.v1', 'EntryPutBack.v1'];

/** How each recommendation stands, and what is proposed about it. No paper and no prose is in it. */
export const recommendationProjection: Projection = {
  name: 'recommendations',
  version: 2,
  tables: TABLES,
  tableNames: ['recommendation', 'recommendation_proposal'],
  source: { kind: 'log', streamPrefixes: [RECOMMENDATION_STREAMS, ROUND_STREAMS] },
  apply: async (rows, { stream, type, data }) => {
    if (stream.startsWith(RECOMMENDATION_STREAMS) || OF_ROUNDS.includes(type)) change(rows, { type, data } as Heard);
  },
};

/** A recommendation stands where the committee of its round stands, or where the branch does whose meeting made it, and is the own matter of whoever answers for its entry. */
export const recommendationResolver =
  (rows: Rows): Resolver =>
  async (id) => {
    const [found] = await rows.query<{ committeeId: string; subjectId: string; answerable: readonly string[] }>(
      `select coalesce(p.committee_id, r.committee_id) as "committeeId", e.subject_id as "subjectId", e.answerable from recommendation m
       join round r on r.round_id = m.round_id left join round_progress p on p.round_id = m.decided_id
       join round_entry e on e.round_id = m.round_id and e.entry_id = m.entry_id
       where m.recommendation_id = $1`,
      [id],
    );
    if (found === undefined) return undefined;
    const path = await organizationPath(rows, found.committeeId);
    if (path === undefined) return undefined;
    const concerns = [...new Set([found.subjectId, ...found.answerable])];
    return { organizationPath: path, organizationId: found.committeeId, concerns };
  };
