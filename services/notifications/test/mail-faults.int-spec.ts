import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inMemoryKeyVault } from '@jiangong/privacy';
import { MAIL_TABLES } from '../src/adapters/postgres/mail-tables.ts';
import { postgresDeliveryLedger } from '../src/adapters/postgres/postgres-delivery-ledger.ts';
import { postgresMailBoxes } from '../src/adapters/postgres/postgres-mail-boxes.ts';
import { sendLetters } from '../src/application/mail/send-letters.ts';
import type { Tried } from '../src/domain/mail/delivery.ts';
import { openInboxStage } from './inbox-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const LATER = '2021-11-29T01:00:00.000Z';

describe('what goes wrong with one letter', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  const vault = inMemoryKeyVault();
  const sent: string[] = [];
  let said: Tried = { outcome: 'sent' };

  const boxes = () => postgresMailBoxes(world.ground.rows, vault);
  const turn = (): Promise<number> =>
    sendLetters({
      ledger: postgresDeliveryLedger(world.ground.rows, vault),
      channel: {
        send: async ({ to }) => {
          sent.push(to);
          return said;
        },
        close: async () => undefined,
      },
      now: () => LATER,
      chance: () => 0,
      observe: (_sort, work) => work(),
    })();
  const codeFor = (personId: string): Promise<boolean> =>
    boxes().await({
      ...{ personId, address: `${personId}@example.cn`, code: '12345678', until: '2021-11-29T02:00:00.000Z' },
      ...{ now: LATER, before: null, after: { since: LATER, count: 1 } },
    });
  const deliveries = async () =>
    (
      await world.pool.query(
        'select person_id, state, failure, tries, sealed_code from delivery order by person_id, created_at',
      )
    ).rows;

  beforeAll(async () => {
    world = await openInboxStage();
    await world.pool.query(MAIL_TABLES);
  });
  afterAll(async () => world?.close());

  it('a code that the server refuses is not parked: it is forgotten, and its person asks for another', async () => {
    said = { outcome: 'failed', failure: 'refused' };
    await codeFor('unit-1');
    await turn();
    expect(await deliveries()).toEqual([
      { person_id: 'unit-1', state: 'skipped', failure: 'refused', tries: 1, sealed_code: null },
    ]);
    await world.pool.query('delete from delivery');
  });

  it('an address that does not open holds its own letter, and no other', async () => {
    said = { outcome: 'sent' };
    sent.length = 0;
    await codeFor('branch-1');
    await codeFor('unit-2');
    // A row that was copied from another person's opens nowhere.
    await world.pool.query(
      `update delivery set sealed_to = (select sealed_to from delivery where person_id = 'unit-2') where person_id = 'branch-1'`,
    );
    await turn();
    expect(sent).toEqual(['unit-2@example.cn']);
    expect(await deliveries()).toMatchObject([
      { person_id: 'branch-1', state: 'queued', failure: 'unreadable', tries: 1 },
      { person_id: 'unit-2', state: 'sent', failure: '' },
    ]);
  });
});
