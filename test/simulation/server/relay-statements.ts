import type { Row } from './memory-database.ts';
import type { Statements } from './statements.ts';

const RELAYS = 'messaging.relay';

type Held = {
  context: string;
  epoch: number;
  generation: number;
  holder: string;
  leasedUntil: number;
  position: number;
  ordinal: number;
  watermark: number;
  tails: string;
};

const CLAIM = `
  insert into messaging.relay as held (context, generation, epoch, holder, leased_until, position, ordinal, watermark, tails)
  values ($1, $2, 1, $3, clock_timestamp() + make_interval(secs => $4 / 1000.0), 0, 0, 0, '[]')
  on conflict (context) do update set
    epoch = held.epoch + 1, holder = excluded.holder, leased_until = excluded.leased_until, generation = excluded.generation,
    position = case when held.generation < excluded.generation then 0 else held.position end,
    ordinal = case when held.generation < excluded.generation then 0 else held.ordinal end,
    watermark = case when held.generation < excluded.generation then 0 else held.watermark end,
    tails = case when held.generation < excluded.generation then '[]' else held.tails end
  where held.generation <= excluded.generation and (held.leased_until < clock_timestamp() or held.holder = excluded.holder)
  returning epoch, generation, position, ordinal, watermark, tails`;

const PENDING = `
  select t.position as translated, f.*
    from messaging.translator t left join lateral (
      select position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent
        from messaging.public_fact
       where context = $1 and (position, ordinal) > ($2::bigint, $3::bigint) and position <= t.position
       order by position, ordinal limit $4) f on true
   where t.context = $1 order by f.position, f.ordinal`;

const KEEP = `
  update messaging.relay set position = $3, ordinal = $4, watermark = $5, tails = $6,
         leased_until = clock_timestamp() + make_interval(secs => $7 / 1000.0)
   where context = $1 and epoch = $2 returning set_config('synchronous_commit', 'off', true)`;

const NOTHING = { position: 0, ordinal: 0, watermark: 0, tails: '[]' };

/** The next state of the relay's row for who claims it; undefined when somebody else has it or knows a newer telling. */
const claimed = (
  held: Held | undefined,
  asked: Pick<Held, 'context' | 'generation' | 'holder' | 'leasedUntil'>,
  now: number,
): Held | undefined => {
  if (!held) return { ...asked, ...NOTHING, epoch: 1 };
  if (held.generation > asked.generation || (held.leasedUntil >= now && held.holder !== asked.holder)) return undefined;
  return { ...held, ...asked, ...(held.generation < asked.generation ? NOTHING : {}), epoch: held.epoch + 1 };
};

const inLogOrder = (a: Row, b: Row): number =>
  Number(a['position']) - Number(b['position']) || Number(a['ordinal']) - Number(b['ordinal']);

/** libs/messaging, the relay's store. The lease is measured by the server's clock. */
export const relayStatements = (now: () => number): Statements => ({
  [CLAIM]: async ({ transaction }, [context, generation, holder, leaseMs]) => {
    await transaction.lock(RELAYS, String(context));
    const held = transaction.get(RELAYS, String(context)) as Held | undefined;
    const next = claimed(
      held,
      {
        context: String(context),
        generation: Number(generation),
        holder: String(holder),
        leasedUntil: now() + Number(leaseMs),
      },
      now(),
    );
    if (!next) return [];
    await transaction.put(RELAYS, next.context, next);
    return [next];
  },
  [PENDING]: ({ transaction }, [context, position, ordinal, limit]) => {
    const translator = transaction.get('messaging.translator', String(context));
    if (!translator) return [];
    const translated = Number(translator['position']);
    const after = { position, ordinal };
    const facts = transaction
      .scan(
        'messaging.public_fact',
        (row) => row['context'] === context && inLogOrder(row, after) > 0 && Number(row['position']) <= translated,
      )
      .toSorted(inLogOrder)
      .slice(0, Number(limit));
    return facts.length === 0 ? [{ translated, position: null }] : facts.map((fact) => ({ ...fact, translated }));
  },
  [KEEP]: async ({ transaction }, [context, epoch, position, ordinal, watermark, tails, leaseMs]) => {
    await transaction.lock(RELAYS, String(context));
    const held = transaction.get(RELAYS, String(context)) as Held | undefined;
    if (!held || held.epoch !== epoch) return [];
    transaction.durable = false;
    await transaction.put(RELAYS, held.context, {
      ...held,
      position,
      ordinal,
      watermark,
      tails,
      leasedUntil: now() + Number(leaseMs),
    });
    return [{ set_config: 'off' }];
  },
  'update messaging.relay set leased_until = clock_timestamp() where context = $1 and epoch = $2': async (
    { transaction },
    [context, epoch],
  ) => {
    await transaction.lock(RELAYS, String(context));
    const held = transaction.get(RELAYS, String(context)) as Held | undefined;
    if (held && held.epoch === epoch) await transaction.put(RELAYS, held.context, { ...held, leasedUntil: now() });
    return [];
  },
  'select generation from messaging.relay where context = $1': ({ transaction }, [context]) => {
    const held = transaction.get(RELAYS, String(context));
    return held ? [held] : [];
  },
});
