import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { Ground } from '@jiangong/service-host';
import {
  COMMENDATION_PROCESS,
  commendEntries,
  type Heard,
  type IssuedAward,
} from '../../application/commend-entries.ts';
import { editions } from '../../application/editions.ts';
import { unitEditions } from '../../application/unit-editions.ts';
import { eventually, READ_MODEL_WAIT_MS } from '../postgres/eventually.ts';

/** The circular is the cause and gives the correlation, whichever of the two facts came last. */
const ISSUED = `
  select a.round_id as "roundId", a.edition_id as "editionId", a.unit_id as "unitId", a.entry_id as "entryId", a.award, a.grade,
    c.document_number as "documentNumber", c.event_id as "causationId", c.correlation_id as "correlationId", c.traceparent
  from round_commendation c join round_award a on a.round_id = c.round_id`;

/**
 * When evaluation issues a commendation, every entry it awards is commended here. Awards and circular may come in either
 * order: each is looked up in what the projection has heard, which reads the same facts in the same order.
 */
export const hearCommendations = (ground: Ground): ProcessManager => {
  const commend = commendEntries(ground, unitEditions(ground, editions(ground)));
  const heardOf = async (fact: PublicFact, sql: string, id: string): Promise<void> => {
    const seen = await eventually(async () => (await ground.rows.query(sql, [id]))[0], READ_MODEL_WAIT_MS);
    if (seen === undefined) throw new Error(`the projection has not heard ${fact.type} ${fact.eventId} yet`);
  };
  const commendAll = async (where: string, ids: readonly string[]): Promise<void> => {
    const found = await ground.rows.query<IssuedAward & Heard>(`${ISSUED} where ${where} order by a.entry_id`, ids);
    for (const { causationId, correlationId, traceparent, ...issued } of found)
      await commend(issued, { causationId, correlationId, traceparent });
  };
  return {
    name: COMMENDATION_PROCESS,
    contexts: ['evaluation'],
    handle: async (fact) => {
      if (fact.type === 'evaluation.CommendationIssued.v1') {
        const { roundId } = fact.data as { roundId: string };
        await heardOf(fact, 'select 1 from round_commendation where round_id = $1', roundId);
        await commendAll('c.round_id = $1', [roundId]);
      }
      if (fact.type === 'evaluation.EntryAwarded.v1') {
        const { roundId, entryId } = fact.data as { roundId: string; entryId: string };
        await heardOf(fact, 'select 1 from round_award where entry_id = $1', entryId);
        await commendAll('c.round_id = $1 and a.entry_id = $2', [roundId, entryId]);
      }
    },
  };
};
