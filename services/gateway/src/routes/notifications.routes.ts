import {
  ListInboxRequest,
  MarkReadRequest,
  type Message,
  NotificationsServiceService,
} from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import { z } from 'zod';
import { flagText, id, pageAnswer, pageOf, pageOut, pageQuery, whole } from './fields.ts';
import { given } from './given.ts';
import { accepted, receiptAnswer } from './receipt.ts';
import { route, type Route } from './route.ts';

const MARKED_MESSAGES_MAX = 200;

const wording = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Wording' });

const message = z
  .object({
    messageId: z.string(),
    template: z.string(),
    templateVersion: z.number().int(),
    title: wording,
    body: wording,
    subjectKind: z.string().meta({ description: 'entry, edition, round, person, series or organization' }),
    subjectId: z.string(),
    occurredAt: z.string(),
    position: z.number().int(),
    read: z.boolean(),
  })
  .meta({ id: 'InboxMessage' });

const messageOut = ({ title, body, ...rest }: Message): z.input<typeof message> => {
  if (!title || !body) throw new Error('a message came without its texts');
  return { ...rest, title: { ...title }, body: { ...body } };
};

const listInbox = route({
  method: 'GET',
  path: '/v1/inbox',
  summary: { zh: '收件箱', en: 'The inbox of whoever asks, newest first' },
  tags: ['inbox'],
  query: z.strictObject({ ...pageQuery, unreadOnly: flagText().optional() }),
  answer: pageAnswer(message).extend({ unreadCount: z.number().int().meta({ description: 'Over the whole inbox' }) }),
  call: {
    service: 'notifications',
    rpc: NotificationsServiceService.listInbox,
    request: ({ query }) =>
      ListInboxRequest.fromPartial({ ...pageOf(query), ...given({ unreadOnly: query.unreadOnly }) }),
    respond: (response) => ({
      ...pageOut(response.messages.map(messageOut), response.nextPageToken),
      unreadCount: response.unreadCount,
    }),
  },
});

const markRead = route({
  method: 'POST',
  path: '/v1/inbox/read',
  summary: { zh: '标记已读', en: 'Mark messages as read: those named, or everything up to a position' },
  tags: ['inbox'],
  body: z.strictObject({
    messageIds: z.array(id()).min(1).max(MARKED_MESSAGES_MAX).optional(),
    throughPosition: whole(1, 999_999_999_999_999).optional(),
  }),
  answer: receiptAnswer,
  call: {
    service: 'notifications',
    rpc: NotificationsServiceService.markRead,
    request: ({ body }) => MarkReadRequest.fromPartial(given(body)),
    respond: accepted,
  },
});

export const notificationsRoutes: readonly Route[] = [listInbox, markRead];
