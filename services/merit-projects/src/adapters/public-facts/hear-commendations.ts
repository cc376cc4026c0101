import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { Ground } from '@jiangong/service-host';
import { COMMENDATION_PROCESS, commendProjects, type IssuedAward } from '../../application/commend-projects.ts';
import { editions } from '../../application/editions.ts';
import { unitEditions } from '../../application/unit-editions.ts';
import { eventually, READ_MODEL_WAIT_MS } from '../postgres/eventually.ts';

const ISSUED = `
  select a.round_id as "roundId", a.edition_id as "editionId", a.unit_id as "unitId", a.project_id as "projectId", a.award, a.grade, c.document_number as "documentNumber"
  from round_commendation c join round_award a on a.round_id = c.round_id`;

/**
 * When evaluation issues a commendation, every project it awards is commended here. Awards and circular may come in either
 * order: each is looked up in what the projection has heard, which reads the same facts in the same order.
 */
export const hearCommendations = (ground: Ground): ProcessManager => {
  const commend = commendProjects(ground, unitEditions(ground, editions(ground)));
  const heardOf = async (fact: PublicFact, table: 'round_award' | 'round_commendation', key: string, id: string): Promise<void> => {
    const seen = await eventually(
      async () => (await ground.rows.query(`select 1 from ${table} where ${key} = $1`, [id]))[0],
      READ_MODEL_WAIT_MS,
    );
    if (seen === undefined) throw new Error(`the projection has not heard ${fact.type} ${fact.eventId} yet`);
  };
  return {
    name: COMMENDATION_PROCESS,
    contexts: ['evaluation'],
    handle: async (fact) => {
      const heard = { correlationId: fact.correlationId, causationId: fact.eventId, traceparent: fact.traceparent };
      if (fact.type === 'evaluation.CommendationIssued.v1') {
        const { roundId } = fact.data as { roundId: string };
        await heardOf(fact, 'round_commendation', 'round_id', roundId);
        for (const issued of await ground.rows.query<IssuedAward>(`${ISSUED} where c.round_id = $1 order by a.project_id`, [roundId]))
          await commend(issued, heard);
      }
      if (fact.type === 'evaluation.ProjectAwarded.v1') {
        const { roundId, projectId } = fact.data as { roundId: string; projectId: string };
        await heardOf(fact, 'round_award', 'project_id', projectId);
        for (const issued of await ground.rows.query<IssuedAward>(`${ISSUED} where c.round_id = $1 and a.project_id = $2`, [
          roundId,
          projectId,
        ]))
          await commend(issued, heard);
      }
    },
  };
};
