import type { Row } from './memory-database.ts';
import type { Statements } from './statements.ts';

const TRANSLATORS = 'messaging.translator';
const FACTS = 'messaging.public_fact';

const inLogOrder = (a: Row, b: Row): number =>
  Number(a['position']) - Number(b['position']) || Number(a['ordinal']) - Number(b['ordinal']);

const translatorStatements: Statements = {
  'insert into messaging.translator values ($1, 0) on conflict do nothing': async ({ transaction }, [context]) => {
    await transaction.lock(TRANSLATORS, String(context));
    if (!transaction.get(TRANSLATORS, String(context)))
      await transaction.put(TRANSLATORS, String(context), { context, position: 0 });
    return [];
  },
  [`with told as (select pg_notify('jiangong_translated', $1 || ' ' || $2::bigint), set_config('synchronous_commit', 'on', true))
     insert into messaging.translator (context, position) select $1, $2::bigint from told
     on conflict (context) do update set position = excluded.position`]: async (
    { transaction },
    [context, position],
  ) => {
    transaction.durable = true;
    transaction.notify('jiangong_translated', `${String(context)} ${String(position)}`);
    await transaction.put(TRANSLATORS, String(context), { context, position });
    return [];
  },
  'select context, position from messaging.translator where context = any($1)': ({ transaction }, [contexts]) =>
    transaction.scan(TRANSLATORS, ({ context }) => (contexts as readonly unknown[]).includes(context)),
  'select min(position) as position from messaging.translator': ({ transaction }) => {
    const positions = transaction.scan(TRANSLATORS, () => true).map(({ position }) => Number(position));
    return [{ position: positions.length === 0 ? null : Math.min(...positions) }];
  },
};

const factStatements: Statements = {
  [`insert into messaging.public_fact (position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent)
  select $1, t.ordinal - 1, $2, $3, $4, $5, t.type, t.data, $6, $7, $8
    from unnest($9::text[], $10::text[]) with ordinality t(type, data, ordinal)`]: async ({ transaction }, values) => {
    const [position, context, stream, revision, event_id, occurred_at, correlation_id, traceparent, types, datas] =
      values;
    for (const [ordinal, type] of (types as readonly string[]).entries()) {
      const key = `${String(position)}/${ordinal}`;
      await transaction.lock(FACTS, key);
      if (transaction.get(FACTS, key))
        throw Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' });
      const data = (datas as readonly string[])[ordinal];
      await transaction.put(FACTS, key, {
        position,
        ordinal,
        context,
        stream,
        revision,
        event_id,
        type,
        data,
        occurred_at,
        correlation_id,
        traceparent,
      });
    }
    return [];
  },
  [`select position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent
    from messaging.public_fact where position > $1 and position <= $2 and context = any($3)
   order by position, ordinal limit $4`]: ({ transaction }, [after, through, contexts, limit]) =>
    transaction
      .scan(
        FACTS,
        ({ position, context }) =>
          Number(position) > Number(after) &&
          Number(position) <= Number(through) &&
          (contexts as readonly unknown[]).includes(context),
      )
      .toSorted(inLogOrder)
      .slice(0, Number(limit)),
};

/** libs/messaging/log: translators and public facts. */
export const messagingStatements: Statements = { ...translatorStatements, ...factStatements };
