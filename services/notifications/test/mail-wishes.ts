import { expect, it } from '@jest/globals';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/mail';
import type { DeliveriesController } from '../src/adapters/grpc/deliveries.controller.ts';
import type { MailController } from '../src/adapters/grpc/mail.controller.ts';
import { type callOfPerson, NOW } from './inbox-stage.ts';
import { headerOf, type openSmtp } from './smtp-stage.ts';

type Smtp = Awaited<ReturnType<typeof openSmtp>>;

/** What the tests of mail stand on. */
type Parts = Readonly<{
  /** Sets the clock. */
  at: (moment: string) => void;
  taken: () => Smtp['taken'];
  answers: () => Smtp['answers'];
  mail: () => MailController;
  deliveries: () => DeliveriesController;
  /** The entry that was planned last. */
  entryId: () => string;
  settled: () => Promise<unknown>;
  happens: () => Promise<void>;
  tell: (type: string, data: object) => Promise<number>;
  later: (ms: number) => void;
  sendAll: () => Promise<void>;
  boxOf: () => Promise<rpc.MailBox | undefined>;
  own: () => Promise<readonly rpc.Delivery[]>;
  call: (personId?: string) => ReturnType<typeof callOfPerson>;
}>;

const hoursAreKept = ({
  at,
  taken,
  mail,
  entryId,
  settled,
  happens,
  tell,
  later,
  sendAll,
  boxOf,
  call,
}: Parts): void => {
  it('keeps quiet hours and leaves out what a person does without, but for what must reach', async () => {
    at(NOW);
    taken().length = 0;
    await expect(mail().prefer({ off: ['duty'], quietFrom: '', quietUntil: '', digestAt: '' }, call())).rejects.toThrow(
      'KIND_NOT_OPTIONAL',
    );
    await mail().prefer({ off: ['progress'], quietFrom: '07:00', quietUntil: '12:00', digestAt: '' }, call());
    expect(await boxOf()).toMatchObject({
      off: ['progress'],
      quietFrom: '07:00',
      quietUntil: '12:00',
    });
    await happens();
    await tell('EntryReturned.v1', {
      entryId: entryId(),
      by: 'review',
      redeclareUntil: '2021-12-05T16:00:00.000Z',
    });
    await tell('EntryPublished.v1', { entryId: entryId(), noticeUntil: '2021-12-05T16:00:00.000Z' });
    await settled();
    await sendAll();
    // NOW is eight in the morning of Shanghai: only what is urgent is gone.
    const subjects = () =>
      taken().map(({ raw }) =>
        Buffer.from(headerOf(raw, 'Subject').replaceAll(/=\?UTF-8\?B\?|\?=| /gu, ''), 'base64').toString(),
      );
    expect(subjects()).toHaveLength(1);
    later(4 * 3_600_000);
    await sendAll();
    expect(taken()).toHaveLength(2);
  });
};

const dailyLettersAreSent = (parts: Parts): void => {
  const { taken, answers, mail, deliveries, entryId, settled, happens, tell, later, sendAll, boxOf, own, call } = parts;
  it('brings a day’s messages in one letter where its person wants that, each a delivery of its own, and what is urgent at once', async () => {
    taken().length = 0;
    await mail().prefer({ off: [], quietFrom: '', quietUntil: '', digestAt: '18:00' }, call());
    expect(await boxOf()).toMatchObject({ digestAt: '18:00', quietFrom: '' });
    const before = (await own()).length;
    await happens();
    await happens();
    await tell('EntryReturned.v1', {
      entryId: entryId(),
      by: 'review',
      redeclareUntil: '2021-12-05T16:00:00.000Z',
    });
    await settled();
    await sendAll();
    expect(taken()).toHaveLength(1);
    const sorts = async () =>
      (await own()).slice(0, (await own()).length - before).map(({ sort, state }) => `${sort} ${state}`);
    const urgent = 'message sent';
    expect((await sorts()).toSorted()).toEqual(
      ['digest queued', 'message queued', 'message queued', urgent].toSorted(),
    );
    // Six in the evening: the server defers the letter once, and its messages wait with it.
    later(6 * 3_600_000);
    answers().push({ code: 451 });
    await sendAll();
    expect((await sorts()).filter((line) => line.endsWith('queued'))).toHaveLength(3);
    later(60_000);
    await sendAll();
    await sendAll();
    expect((await sorts()).toSorted()).toEqual(['digest sent', urgent, urgent, urgent]);
    expect(taken()).toHaveLength(2);
    const subject = headerOf(taken()[1]?.raw ?? '', 'Subject').replaceAll(/=\?UTF-8\?B\?|\?=| /gu, '');
    expect(Buffer.from(subject, 'base64').toString()).toContain('2 条');
  });

  it('a daily letter that is parked is tried again whole, or given up with what is in it', async () => {
    taken().length = 0;
    await happens();
    await sendAll();
    later(24 * 3_600_000);
    answers().push({ code: 550 });
    await sendAll();
    const digest = async () => (await own()).find(({ sort }) => sort === 'digest');
    const newest = async () => (await own()).find(({ sort }) => sort === 'message');
    const { deliveryId = '', state } = (await digest()) ?? {};
    expect([state, (await newest())?.state]).toEqual(['failed', 'queued']);
    const service = 'notifications';
    await deliveries().retry({ service, deliveryId, reason: '已修复' }, call('operator'));
    answers().push({ code: 550 });
    await sendAll();
    await deliveries().skip({ service, deliveryId, reason: '邮箱停用' }, call('operator'));
    await sendAll();
    expect([(await digest())?.state, (await newest())?.state]).toEqual(['skipped', 'skipped']);
    expect(taken()).toEqual([]);
    // What its person does without since is left out, and where nothing is left no letter is sent.
    await tell('EntryPublished.v1', { entryId: entryId(), noticeUntil: '2021-12-05T16:00:00.000Z' });
    await settled();
    await sendAll();
    await mail().prefer({ off: ['progress', 'news'], quietFrom: '', quietUntil: '', digestAt: '18:00' }, call());
    later(24 * 3_600_000);
    await sendAll();
    expect(await newest()).toMatchObject({ state: 'skipped', failure: 'switched-off' });
    expect(taken()).toEqual([]);
    await mail().prefer({ off: [], quietFrom: '', quietUntil: '', digestAt: '' }, call());
  });
};

/** What a person wants to have by mail and when: quiet hours, kinds that are left out, one mail a day in place of one a message. */
export const wishesAreKept = (parts: Parts): void => {
  hoursAreKept(parts);
  dailyLettersAreSent(parts);
};
