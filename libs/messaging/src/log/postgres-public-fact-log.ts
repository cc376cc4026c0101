import type { Listener, SqlClient } from '@jiangong/database';
import { FACTS_PER_EVENT_MAX, type PublicFact, READ_FACTS_MAX } from '../public-fact.ts';
import type { PublicFactLog, PublicFactPage } from '../public-fact-log.ts';
import { TRANSLATED_CHANNEL } from './messaging-migrations.ts';

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

const READ_FACTS = `
  select position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent
    from messaging.public_fact where position > $1 and position <= $2 and context = any($3)
   order by position, ordinal limit $4`;

/** Leaves out a last position that the limit may have torn apart. */
export const untornPage = (facts: readonly PublicFact[], limit: number, through: number): PublicFactPage => {
  if (facts.length < limit) return { facts, through };
  const torn = facts[facts.length - 1]?.position ?? 0;
  const whole = facts.filter(({ position }) => position < torn);
  return { facts: whole, through: torn - 1 };
};

export const checkFactLimit = (limitMax: number): void => {
  if (limitMax < FACTS_PER_EVENT_MAX || limitMax > READ_FACTS_MAX)
    throw new Error(`a page holds ${FACTS_PER_EVENT_MAX} to ${READ_FACTS_MAX} facts, not ${limitMax}`);
};

/** The public facts straight from the rows that the translators write. */
export const postgresPublicFactLog = (client: SqlClient, listener: Listener): PublicFactLog => ({
  read: async ({ contexts, after, through, limitMax }) => {
    checkFactLimit(limitMax);
    const { rows } = await client.query<FactRow>(READ_FACTS, [after, through, contexts, limitMax + 1]);
    return untornPage(rows.map(factOf), limitMax + 1, through);
  },
  translated: async (contexts) => {
    const { rows } = await client.query<{ context: string; position: string | number }>(
      'select context, position from messaging.translator where context = any($1)',
      [contexts],
    );
    const found = new Map(rows.map(({ context, position }) => [context, Number(position)]));
    return Object.fromEntries(contexts.map((context) => [context, found.get(context) ?? 0]));
  },
  onTranslated: (told) =>
    listener.listen(TRANSLATED_CHANNEL, (payload) => {
      const [context, position] = payload.split(' ');
      if (context && Number.isSafeInteger(Number(position))) told(context, Number(position));
    }),
});
