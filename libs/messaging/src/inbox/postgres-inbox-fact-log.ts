import type { Listener, SqlClient } from '@jiangong/database';
import type { ReceivedFact } from '../broker/read-record.ts';
import { checkFactLimit, untornPage } from '../fact-pages.ts';
import type { PublicFact } from '../public-fact.ts';
import type { PublicFactLog } from '../public-fact-log.ts';
import { Undecodable } from '../undecodable.ts';
import { inboxChannel } from './inbox-tables.ts';
import { inboxSql } from './inbox-sql.ts';

/** A fact as readers see it. */
export const factOfReceived = (received: ReceivedFact): PublicFact => {
  const { raw: _raw, errorClass, data, ...fact } = received;
  return { ...fact, data: data === null ? new Undecodable(errorClass ?? 'UNKNOWN') : (JSON.parse(data) as unknown) };
};

/** The public facts that came through a broker, from the inbox of this service. */
export const postgresInboxFactLog = ({
  sql,
  listener,
  schema,
}: Readonly<{ sql: SqlClient; listener: Listener; schema: string }>): PublicFactLog => ({
  read: async ({ contexts, after, through, limitMax }) => {
    checkFactLimit(limitMax);
    const { rows } = await sql.query<ReceivedFact>(inboxSql.read, [after, through, contexts, limitMax + 1]);
    return untornPage(rows.map(factOfReceived), limitMax + 1, through);
  },
  translated: async (contexts) => {
    const { rows } = await sql.query<{ context: string; position: number }>(inboxSql.complete, [contexts]);
    const found = new Map(rows.map(({ context, position }) => [context, Number(position)]));
    return Object.fromEntries(contexts.map((context) => [context, found.get(context) ?? 0]));
  },
  onTranslated: (told) =>
    listener.listen(inboxChannel(schema), (payload) => {
      const [context, position] = payload.split(' ');
      if (context && Number.isSafeInteger(Number(position))) told(context, Number(position));
    }),
});
