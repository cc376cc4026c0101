import type { Handled } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import type { InboxFact } from '../domain/facts.ts';
import { inboxDecider } from '../domain/inbox.ts';
import type { InboxOrder } from '../domain/orders.ts';
import type { InboxRefusal } from '../domain/refusals.ts';
import { inboxStream } from './streams.ts';

/** What a use case asks of the read model. */
export interface InboxContents {
  /** How many of these messages stand in the person's inbox. */
  count(personId: string, messageIds: readonly string[]): Promise<number>;
}

export type MarkRead = Readonly<{ messageIds: readonly string[]; throughPosition: number }>;

type Answer = Handled<InboxFact, InboxRefusal>;

const refuse = (refusal: InboxRefusal): Answer => ({ kind: 'refused', refusal });

/** Marks messages of the caller's own inbox as read. A message that is not there is refused, and nothing is marked. */
export const markRead = (ground: Pick<Ground, 'handler' | 'store'>, contents: InboxContents) => {
  const handle = ground.handler(inboxDecider);
  return async ({ messageIds, throughPosition }: MarkRead, call: CallContext): Promise<Answer> => {
    const { personId } = call.caller;
    if (personId === null) return refuse({ reason: 'NOT_A_PERSON' });
    const order: InboxOrder =
      throughPosition > 0 && messageIds.length === 0
        ? { kind: 'MarkInboxRead', throughPosition, now: call.now }
        : { kind: 'MarkMessagesRead', messageIds, now: call.now };
    if (throughPosition > 0 && messageIds.length > 0)
      return refuse({ reason: 'POSITION_INVALID', field: 'throughPosition' });
    // What has not come yet can not have been read.
    if (throughPosition > 0 && throughPosition > (await ground.store.head()))
      return refuse({ reason: 'POSITION_INVALID', field: 'throughPosition' });
    const asked = [...new Set(messageIds)];
    if (asked.length > 0 && (await contents.count(personId, asked)) < asked.length)
      return refuse({ reason: 'MESSAGE_NOT_FOUND', field: 'messageIds' });
    return handle({
      stream: inboxStream(personId),
      order,
      body: { rpc: 'MarkRead', messageIds, throughPosition },
      context: call,
      ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
    });
  };
};
