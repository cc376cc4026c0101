import type { Decider } from '@jiangong/event-store';
import type { InboxFact } from './facts.ts';
import { MARKED_MESSAGES_MAX } from './limits.ts';
import type { InboxOrder } from './orders.ts';
import type { InboxRefusal } from './refusals.ts';

/** What a person has read. Messages themselves follow from the events of others and are not decided here. */
export type Inbox = Readonly<{ read: ReadonlySet<string>; throughPosition: number }>;

const decide = (inbox: Inbox, order: InboxOrder): readonly InboxFact[] | InboxRefusal => {
  switch (order.kind) {
    case 'MarkMessagesRead': {
      if (order.messageIds.length === 0) return { reason: 'NOTHING_MARKED', field: 'messageIds' };
      if (order.messageIds.length > MARKED_MESSAGES_MAX)
        return { reason: 'TOO_MANY_MESSAGES', field: 'messageIds', details: { messagesMax: MARKED_MESSAGES_MAX } };
      const messageIds = [...new Set(order.messageIds)].filter((id) => !inbox.read.has(id));
      return messageIds.length === 0 ? [] : [{ type: 'MessagesRead.v1', data: { messageIds } }];
    }
    case 'MarkInboxRead': {
      const { throughPosition } = order;
      if (!Number.isSafeInteger(throughPosition) || throughPosition < 1)
        return { reason: 'POSITION_INVALID', field: 'throughPosition' };
      return throughPosition <= inbox.throughPosition ? [] : [{ type: 'InboxRead.v1', data: { throughPosition } }];
    }
  }
};

const evolve = (inbox: Inbox, fact: InboxFact): Inbox => {
  switch (fact.type) {
    case 'MessagesRead.v1':
      return { ...inbox, read: new Set([...inbox.read, ...fact.data.messageIds]) };
    case 'InboxRead.v1':
      return { ...inbox, throughPosition: fact.data.throughPosition };
  }
};

export const inboxDecider: Decider<Inbox, InboxOrder, InboxFact, InboxRefusal> = {
  initial: { read: new Set(), throughPosition: 0 },
  decide,
  evolve,
};
