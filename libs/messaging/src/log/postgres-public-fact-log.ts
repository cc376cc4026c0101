import type { Listener, SqlClient } from '@jiangong/database';
import { checkFactLimit, untornPage } from '../fact-pages.ts';
import type { PublicFact } from '../public-fact.ts';
import type { PublicFactLog } from '../public-fact-log.ts';
import { TRANSLATED_CHANNEL } from './messaging-migrations.ts';
import { factSql, translatorSql } from './log-sql.ts';

type FactRow = {
  position: string | number;
  ordinal: number;
  context: string;
  stream: string;
  revision: string | number;
  event_id: string;
  type: string;
  data: string;
  occurred_at: string;
  correlation_id: string;
  traceparent: string | null;
};

const factOf = (row: FactRow): PublicFact => ({
  position: Number(row.position),
  ordinal: row.ordinal,
  context: row.context,
  stream: row.stream,
  revision: Number(row.revision),
  eventId: row.event_id,
  type: row.type,
  data: JSON.parse(row.data) as unknown,
  occurredAt: row.occurred_at,
  correlationId: row.correlation_id,
  traceparent: row.traceparent,
});

/** The public facts straight from the rows that the translators write. */
export const postgresPublicFactLog = (client: SqlClient, listener: Listener): PublicFactLog => ({
  read: async ({ contexts, after, through, limitMax }) => {
    checkFactLimit(limitMax);
    const { rows } = await client.query<FactRow>(factSql.read, [after, through, contexts, limitMax + 1]);
    return untornPage(rows.map(factOf), limitMax + 1, through);
  },
  translated: async (contexts) => {
    const { rows } = await client.query<{ context: string; position: string | number }>(translatorSql.translated, [
      contexts,
    ]);
    const found = new Map(rows.map(({ context, position }) => [context, Number(position)]));
    return Object.fromEntries(contexts.map((context) => [context, found.get(context) ?? 0]));
  },
  onTranslated: (told) =>
    listener.listen(TRANSLATED_CHANNEL, (payload) => {
      const [context, position] = payload.split(' ');
      if (context && Number.isSafeInteger(Number(position))) told(context, Number(position));
    }),
});
