import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AccountController } from '../src/adapters/grpc/account.controller.ts';
import { callOfPerson, openInboxStage } from './inbox-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

describe('what somebody is told about his own way in', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  let account: AccountController;

  beforeAll(async () => {
    world = await openInboxStage();
    account = new AccountController(world.ground);
  });
  afterAll(async () => world?.close());

  const happen = async (change: string, happenedAt: string): Promise<void> => {
    await account.tellOfAccount({ personId: 'unit-1', change, happenedAt }, callOfPerson(null));
    await world.settled();
  };

  it('stands in his inbox and in nobody else’s, in both languages', async () => {
    await happen('password-changed', '2021-11-28T01:00:00.000Z');
    await happen('new-device', '2021-11-28T02:00:00.000Z');
    await happen('new-device', '2021-11-28T02:00:00.000Z');
    const { messages } = await world.inbox('unit-1');
    expect(
      messages.filter(({ template }) => template.startsWith('account') || template.startsWith('new')),
    ).toMatchObject([
      { template: 'new-device-seen', title: { zh: '您的账号在新设备上登录' } },
      {
        template: 'account-changed',
        body: {
          zh: '您的密码已修改。如非您本人操作，请立即修改密码、结束其他会话，并联系工委。',
          en: 'Security of your account: your password was changed. If it was not you, change your password, end the other sessions and tell the committee at once.',
        },
      },
    ]);
    for (const other of ['officer', 'operator', 'unit-2'])
      expect(await world.templatesIn(other)).not.toContain('account-changed');
  });

  it('is in no event with more than whose it is, what and when', async () => {
    const events = await world.stage.store.readStream('notifications.account-unit-1');
    expect(events.map(({ type, data }) => [type, Object.keys(data as object).toSorted()])).toEqual([
      ['AccountChanged.v1', ['change', 'happenedAt', 'personId']],
      ['NewDeviceSeen.v1', ['happenedAt', 'personId']],
    ]);
  });
});
