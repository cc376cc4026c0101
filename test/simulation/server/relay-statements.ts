import type { Row } from './memory-database.ts';
import type { Statements } from './statements.ts';
import { relaySql } from '@jiangong/messaging/broker';

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

const NOTHING = { position: 0, ordinal: 0, watermark: 0, tails: '[]' };

/** The next state of the relay's row for who claims it; undefined when somebody else has it or knows a newer telling. */
const claimed = (
  held: Held | undefined,
  asked: Pick<Held, 'context' | 'generation' | 'holder' | 'leasedUntil'>,
  now: number,
): Held | undefined => {
  if (!held) return { ...asked, ...NOTHING, epoch: 1 };
  if (held.generation > asked.generation || (held.leasedUntil > now && held.holder !== asked.holder)) return undefined;
  return { ...held, ...asked, ...(held.generation < asked.generation ? NOTHING : {}), epoch: held.epoch + 1 };
};

const inLogOrder = (a: Row, b: Row): number =>
  Number(a['position']) - Number(b['position']) || Number(a['ordinal']) - Number(b['ordinal']);

/** libs/messaging, the relay's store. The lease is measured by the server's clock. */
export const relayStatements = (now: () => number): Statements => ({
  [relaySql.claim]: async ({ transaction }, [context, generation, holder, leaseMs]) => {
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
  [relaySql.pending]: ({ transaction }, [context, position, ordinal, limit]) => {
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
  [relaySql.keep]: async ({ transaction }, [context, epoch, position, ordinal, watermark, tails, leaseMs]) => {
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
  [relaySql.release]: async ({ transaction }, [context, epoch]) => {
    await transaction.lock(RELAYS, String(context));
    const held = transaction.get(RELAYS, String(context)) as Held | undefined;
    if (held && held.epoch === epoch) await transaction.put(RELAYS, held.context, { ...held, leasedUntil: now() });
    return [];
  },
  [relaySql.generation]: ({ transaction }, [context]) => {
    const held = transaction.get(RELAYS, String(context));
    return held ? [held] : [];
  },
});
