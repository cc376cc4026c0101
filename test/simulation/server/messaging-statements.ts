import type { Row } from './memory-database.ts';
import type { Statements } from './statements.ts';
import { factSql, PUBLIC_FACTS, translatorSql } from '@jiangong/messaging/log';

const TRANSLATORS = 'messaging.translator';
const FACTS = 'messaging.public_fact';

const inLogOrder = (a: Row, b: Row): number =>
  Number(a['position']) - Number(b['position']) || Number(a['ordinal']) - Number(b['ordinal']);

const translatorStatements: Statements = {
  [translatorSql.begin]: async ({ transaction }, [context]) => {
    await transaction.lock(TRANSLATORS, String(context));
    if (!transaction.get(TRANSLATORS, String(context)))
      await transaction.put(TRANSLATORS, String(context), { context, position: 0 });
    return [];
  },
  [translatorSql.tellMoved]: async ({ transaction }, [context, position]) => {
    transaction.durable = true;
    transaction.notify('jiangong_translated', `${String(context)} ${String(position)}`);
    await transaction.put(TRANSLATORS, String(context), { context, position });
    return [];
  },
  [translatorSql.translated]: ({ transaction }, [contexts]) =>
    transaction.scan(TRANSLATORS, ({ context }) => (contexts as readonly unknown[]).includes(context)),
  [translatorSql.earliest]: ({ transaction }) => {
    const positions = transaction.scan(TRANSLATORS, () => true).map(({ position }) => Number(position));
    return [{ position: positions.length === 0 ? null : Math.min(...positions) }];
  },
};

const factStatements: Statements = {
  [factSql.insertInto(PUBLIC_FACTS)]: async ({ transaction }, values) => {
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
  [factSql.read]: ({ transaction }, [after, through, contexts, limit]) =>
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
