import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as rpc from '@jiangong/contracts/jiangong/notifications/v1/mail';
import { appendAs } from '@jiangong/messaging/testing';
import { inMemoryKeyVault } from '@jiangong/privacy';
import type { Worker } from '@jiangong/service-host';
import { groundOf } from '@jiangong/service-host/nest';
import { DeliveriesController } from '../src/adapters/grpc/deliveries.controller.ts';
import { MailController } from '../src/adapters/grpc/mail.controller.ts';
import { MAIL_TABLES } from '../src/adapters/postgres/mail-tables.ts';
import { postgresDeliveryLedger } from '../src/adapters/postgres/postgres-delivery-ledger.ts';
import { postgresMailBoxes } from '../src/adapters/postgres/postgres-mail-boxes.ts';
import { mailWorker } from '../src/adapters/smtp/mail-worker.ts';
import { smtpChannel } from '../src/adapters/smtp/smtp-channel.ts';
import { forgetMail } from '../src/application/mail/forget-mail.ts';
import { LEASE_MS, SEND_TRIES_MAX } from '../src/domain/mail/limits.ts';
import { wishesAreKept } from './mail-wishes.ts';
import { callOfPerson, NOW, openInboxStage } from './inbox-stage.ts';
import { codeIn, headerOf, openSmtp } from './smtp-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const PERSON = 'unit-1';
const ADDRESS = 'zhang.san@example.cn';

describe('mail beside the inbox', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  let smtp: Awaited<ReturnType<typeof openSmtp>>;
  let ground: typeof world.ground;
  let mail: MailController;
  let deliveries: DeliveriesController;
  const workers: Worker[] = [];
  let now = NOW;
  let entries = 0;

  const newWorker = (port: number): Worker => {
    const worker = mailWorker(
      { clock: { now: () => now } },
      postgresDeliveryLedger(ground.rows, ground.privacy),
      smtpChannel({ host: '127.0.0.1', port, tls: 'none', credentials: null, from: 'jiangong@example.cn' }),
    );
    workers.push(worker);
    return worker;
  };
  const later = (ms: number): void => {
    now = new Date(Date.parse(now) + ms).toISOString();
  };
  /** A call at the moment of the test's clock. */
  const call = (personId = PERSON) => callOfPerson(personId, now);
  const sendAll = async (worker = workers[0]): Promise<void> => {
    if (worker === undefined) throw new Error('no worker');
    for (let turns = 0; turns < 20; turns += 1) if ((await worker.turn()) === 0) return;
    throw new Error('the queue does not get empty');
  };
  const boxOf = async (personId = PERSON): Promise<rpc.MailBox | undefined> =>
    (await mail.showMail({}, call(personId))).mailBox;
  const confirmed = async (address: string, personId = PERSON): Promise<void> => {
    await mail.propose({ address }, call(personId));
    await sendAll();
    await mail.confirm({ code: codeIn(smtp.taken) }, call(personId));
  };
  const tell = (type: string, data: object): Promise<number> =>
    appendAs(
      world.stage.store,
      {
        stream: 'merit-projects.entries-1',
        actor: ground.systemContext({ name: 'test', requestId: randomUUID() }).actor,
        now,
      },
      { type, data: { editionId: 'e1', nominatorId: 'u1', ...data } },
    );
  /** An entry of the unit planned: a message to its officer. */
  const happens = async (): Promise<void> => {
    entries += 1;
    await tell('EntryPlanned.v1', {
      entryId: `m${entries}`,
      homeId: 'u1',
      proposerId: 'b1',
      answerablePersonIds: ['lead-1'],
      title: `项目 ${entries}`,
    });
    await world.settled();
  };
  const own = async () => (await deliveries.listOwn(rpc.ListOwnDeliveriesRequest.fromPartial({}), call())).deliveries;
  const parked = async () => deliveries.listParked(rpc.ListParkedDeliveriesRequest.fromPartial({}));

  beforeAll(async () => {
    world = await openInboxStage();
    await world.pool.query(MAIL_TABLES);
    ground = groundOf({ ...world.ground, clock: { now: () => now }, privacy: inMemoryKeyVault() });
    mail = new MailController(ground, true);
    deliveries = new DeliveriesController(ground);
    smtp = await openSmtp({ disabledCommands: ['STARTTLS'] });
    newWorker(smtp.port);
  });
  afterAll(async () => {
    for (const worker of workers) await worker.close();
    await smtp?.close();
    await world?.close();
  });

  it('sends nothing of what came before anybody had an address', async () => {
    await sendAll();
    expect(smtp.taken).toEqual([]);
    expect(await boxOf()).toMatchObject({ available: true, address: '', off: [] });
  });

  it('an address counts once its code came back, and stands nowhere in the clear', async () => {
    await mail.propose({ address: ADDRESS }, call());
    expect(await boxOf()).toMatchObject({ address: '', pendingAddress: ADDRESS });
    await happens();
    await sendAll();
    expect(smtp.taken.map(({ to }) => to)).toEqual([[ADDRESS]]);
    const code = codeIn(smtp.taken);
    const { rows } = await world.pool.query(
      'select m::text || coalesce((select string_agg(d::text, $1) from delivery d), $1) as all from mail_box m',
      [' '],
    );
    expect(JSON.stringify(rows)).not.toContain('zhang.san');
    expect(JSON.stringify(rows)).not.toContain(code);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    await expect(mail.confirm({ code: wrong }, call())).rejects.toThrow('CODE_WRONG');
    await expect(mail.confirm({ code }, call('unit-2'))).rejects.toThrow('CODE_LAPSED');
    await mail.confirm({ code }, call());
    expect(await boxOf()).toMatchObject({ address: ADDRESS, pendingAddress: '' });
    await expect(mail.confirm({ code }, call())).rejects.toThrow('CODE_LAPSED');
    await expect(mail.propose({ address: 'no address' }, call())).rejects.toThrow('ADDRESS_INVALID');
  });

  it('guesses at one moment have no more tries than one after the other', async () => {
    await mail.propose({ address: 'li.si@example.org' }, call('unit-2'));
    const code = await sendAll().then(() => codeIn(smtp.taken));
    const guesses = Array.from({ length: 20 }, (_, at) => String(10_000_000 + at)).filter((guess) => guess !== code);
    const tried = guesses.map(async (guess) => mail.confirm({ code: guess }, call('unit-2')));
    expect((await Promise.allSettled(tried)).map(({ status }) => status)).not.toContain('fulfilled');
    await expect(mail.confirm({ code }, call('unit-2'))).rejects.toThrow('CODE_LAPSED');
  });

  it('a message goes out once, also when the inbox is built anew and two replicas send', async () => {
    smtp.taken.length = 0;
    const other = newWorker(smtp.port);
    for (let count = 0; count < 12; count += 1) await happens();
    await Promise.all([sendAll(), sendAll(other)]);
    await sendAll();
    const ids = smtp.taken.map(({ raw }) => headerOf(raw, 'Message-ID'));
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
    await world.readers.rebuildAndCompare('inbox');
    await sendAll();
    expect(smtp.taken).toHaveLength(12);
    expect((await own()).filter(({ sort }) => sort === 'message').map(({ state }) => state)).toEqual(
      Array.from({ length: 12 }, () => 'sent'),
    );
  });

  it('what was sent and not written down is sent again as the same message, after its lease', async () => {
    smtp.taken.length = 0;
    await happens();
    const ledger = postgresDeliveryLedger(ground.rows, ground.privacy);
    const channel = smtpChannel({
      host: '127.0.0.1',
      port: smtp.port,
      tls: 'none',
      credentials: null,
      from: 'jiangong@example.cn',
    });
    await ledger.fill(now);
    const [leased] = await ledger.lease(now);
    if (leased === undefined) throw new Error('nothing is due');
    const letter = { subject: 's', text: 't', html: 'h' };
    // The process dies right after the server took the letter.
    expect(await channel.send({ deliveryId: leased.deliveryId, to: leased.to, writtenAt: now, letter })).toEqual({
      outcome: 'sent',
    });
    await channel.close();
    await sendAll();
    expect(smtp.taken).toHaveLength(1);
    later(LEASE_MS);
    await sendAll();
    expect(new Set(smtp.taken.map(({ raw }) => headerOf(raw, 'Message-ID'))).size).toBe(1);
    expect(smtp.taken).toHaveLength(2);
    // Whoever lost the lease writes nothing down any more.
    await ledger.settle(leased, { state: 'failed', failure: 'away', nextTryAt: now }, now);
    expect(await ledger.standingOf(leased.deliveryId)).toEqual({ channel: 'mail', state: 'sent' });
  });

  it('waits while the server is away or defers, and parks what it refuses; an operator has it tried again or gives it up', async () => {
    smtp.taken.length = 0;
    smtp.answers.push({ code: 451 }, { code: 550 });
    await happens();
    await sendAll();
    const [waiting] = await own();
    expect(waiting).toMatchObject({ state: 'queued', failure: 'deferred', tries: 1 });
    later(60_000);
    await sendAll();
    const deliveryId = (await own())[0]?.deliveryId ?? '';
    expect((await parked()).deliveries).toMatchObject([{ deliveryId, state: 'failed', failure: 'refused', tries: 2 }]);
    expect((await parked()).counts).toContainEqual({ channel: 'mail', state: 'failed', failure: 'refused', count: 1 });
    expect(JSON.stringify(await parked())).not.toContain(PERSON);
    const service = 'notifications';
    await expect(deliveries.retry({ service, deliveryId, reason: '' }, call('operator'))).rejects.toThrow(
      'DELIVERY_REASON_INVALID',
    );
    const { receipt } = await deliveries.retry({ service, deliveryId, reason: '已修复' }, call('operator'));
    expect(receipt?.events).toMatchObject([{ type: 'DeliveryRetried.v1' }]);
    smtp.answers.push({ code: 550 });
    await sendAll();
    await deliveries.skip({ service, deliveryId, reason: '邮箱停用' }, call('operator'));
    expect((await own())[0]).toMatchObject({ deliveryId, state: 'skipped', failure: 'given-up' });
    await expect(deliveries.retry({ service, deliveryId, reason: '再试' }, call('operator'))).rejects.toThrow(
      'DELIVERY_NOT_PARKED',
    );
    await expect(deliveries.skip({ service, deliveryId: 'x', reason: '再试' }, call('operator'))).rejects.toThrow(
      'DELIVERY_NOT_FOUND',
    );
  });

  it('is given up after so many tries of a server that is away, and goes on when the server is there', async () => {
    smtp.taken.length = 0;
    const { port } = smtp;
    await smtp.close();
    await happens();
    for (let tries = 1; tries <= SEND_TRIES_MAX; tries += 1) {
      await sendAll();
      const [delivery] = await own();
      expect(delivery).toMatchObject({ state: tries === SEND_TRIES_MAX ? 'failed' : 'queued', failure: 'away', tries });
      later(6 * 3_600_000);
    }
    smtp = await openSmtp({ disabledCommands: ['STARTTLS'] }, port);
    const deliveryId = (await own())[0]?.deliveryId ?? '';
    await deliveries.retry({ service: 'notifications', deliveryId, reason: '服务器已恢复' }, call('operator'));
    await sendAll();
    expect((await own())[0]).toMatchObject({ deliveryId, state: 'sent', failure: '' });
  });

  wishesAreKept({
    at: (moment: string) => {
      now = moment;
    },
    taken: () => smtp.taken,
    answers: () => smtp.answers,
    mail: () => mail,
    deliveries: () => deliveries,
    entryId: () => `m${entries}`,
    settled: async () => world.settled(),
    ...{ happens, tell, later, sendAll, boxOf, own, call },
  });

  it('another address is told to the old one, and only its person changes it', async () => {
    smtp.taken.length = 0;
    await confirmed('zhang@other.cn');
    await sendAll();
    expect(smtp.taken.map(({ to }) => to)).toEqual([['zhang@other.cn'], [ADDRESS]]);
    expect(await boxOf()).toMatchObject({ address: 'zhang@other.cn' });
    expect(await boxOf('unit-2')).toMatchObject({ address: '' });
    await mail.remove({}, call());
    await happens();
    await sendAll();
    expect(smtp.taken.map(({ to }) => to)).toEqual([['zhang@other.cn'], [ADDRESS], ['zhang@other.cn']]);
  });

  it('whoever is erased has nothing here any more', async () => {
    await confirmed(ADDRESS);
    const boxes = postgresMailBoxes(ground.rows, ground.privacy);
    const fact = { type: 'membership.PersonErased.v1', data: { personId: PERSON } };
    await forgetMail(boxes).handle(fact as Parameters<ReturnType<typeof forgetMail>['handle']>[0]);
    const { rows } = await world.pool.query(
      'select person_id from mail_box where person_id = $1 union all select person_id from delivery where person_id = $1',
      [PERSON],
    );
    expect(rows).toEqual([]);
    await expect(mail.propose({ address: ADDRESS }, call())).rejects.toThrow('destroyed');
  });

  it('where no mail is sent, no address is taken', async () => {
    const none = new MailController(ground, false);
    await expect(none.propose({ address: ADDRESS }, call('unit-2'))).rejects.toThrow('MAIL_NOT_CONFIGURED');
    expect((await none.showMail({}, call('unit-2'))).mailBox).toMatchObject({ available: false });
  });
});
