import type { Handled } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { accountDecider, type AccountFact, type AccountRefusal } from '../domain/account.ts';
import { accountStream } from './streams.ts';

export type TellOfAccountRequest = Readonly<{ personId: string; change: string; happenedAt: string }>;

/** Writes down what a person is to be told about his own way in; the inbox, and mail where it is set up, follow from it. */
export const tellOfAccount = (ground: Pick<Ground, 'handler'>) => {
  const handle = ground.handler(accountDecider);
  return async (
    { personId, change, happenedAt }: TellOfAccountRequest,
    call: CallContext,
  ): Promise<Handled<AccountFact, AccountRefusal>> =>
    handle({
      stream: accountStream(personId),
      order: { kind: 'TellOfAccount', personId, change, happenedAt, now: call.now },
      body: { rpc: 'TellOfAccount', personId, change, happenedAt },
      context: call,
    });
};
