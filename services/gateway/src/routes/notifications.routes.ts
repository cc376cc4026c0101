import { ListDutiesRequest } from '@jiangong/contracts/jiangong/notifications/v1/duties';
import {
  ListInboxRequest,
  MarkReadRequest,
  type Message,
  NotificationsServiceService,
} from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { dayOrInstant, flagText, id, instant, pageAnswer, pageOf, pageOut, pageQuery, whole, word } from './fields.ts';
import { listAnswer, listOf, listOut, sortedQuery, words } from './lists.ts';
import { given } from './given.ts';
import { editionRef, organizationRef, refBy } from './naming/index.ts';
import { mailRoutes } from './mail.routes.ts';
import { accepted, receiptAnswer } from './receipt.ts';
import { route, type Route, type AsSaid } from './route.ts';
import { webhookRoutes } from './webhooks.routes.ts';

const MARKED_MESSAGES_MAX = 200;

const INBOX_FACETS = ['subjectKind'] as const;

const wording = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Wording' });

const message = z
  .object({
    messageId: id(),
    template: z.string(),
    templateVersion: z.number().int(),
    title: wording,
    body: wording,
    subjectKind: word(answerWords.subjectOfMessage),
    subjectId: refBy('subjectKind', {
      entry: 'entry',
      edition: 'edition',
      person: 'person',
      organization: 'organization',
    }),
    occurredAt: instant(),
    position: z.number().int(),
    read: z.boolean(),
  })
  .meta({ id: 'InboxMessage' });

const messageOut = ({ title, body, ...rest }: Message): AsSaid<z.input<typeof message>> => {
  if (!title || !body) throw new Error('a message came without its texts');
  return { ...rest, title: { ...title }, body: { ...body } } as z.input<typeof message>;
};

const listInbox = route({
  method: 'GET',
  path: '/v1/inbox',
  summary: { zh: '收件箱', en: 'The inbox of whoever asks, newest first' },
  tags: ['inbox'],
  query: z.strictObject({
    ...sortedQuery(['occurred']),
    unreadOnly: flagText().optional(),
    subjectKind: words(answerWords.subjectOfMessage).optional(),
  }),
  answer: listAnswer(message, INBOX_FACETS).extend({
    unreadCount: z.number().int().meta({ description: '整个收件箱的合计 / Over the whole inbox' }),
  }),
  call: {
    service: 'notifications',
    rpc: NotificationsServiceService.listInbox,
    request: ({ query: { unreadOnly, subjectKind = '', ...query } }) =>
      ListInboxRequest.fromPartial({ ...listOf(query), subjectKind, ...given({ unreadOnly }) }),
    respond: (response) => ({
      ...listOut(response.messages.map(messageOut), response, INBOX_FACETS),
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

const duty = z
  .object({
    kind: word(answerWords.dutyKind).meta({
      description:
        'grant、office、seat、seat-left 或 entry（授权、职务、席位、离席、对象） / grant, office, seat, seat-left or entry',
    }),
    id: id(),
    organizationId: organizationRef().nullable(),
    editionId: editionRef().nullable(),
    word: z.string().meta({
      description:
        '角色、职务、to-submit、submitted、to-fill，或对象所处的阶段 / The role, the office, to-submit, submitted, to-fill, or where the entry stands',
    }),
    title: z.string(),
    since: dayOrInstant().nullable().meta({ description: '起始的日期或时刻 / Since when: a day, or an instant' }),
    until: instant().nullable(),
  })
  .meta({ id: 'Duty' });

const listDuties = route({
  method: 'GET',
  path: '/v1/people/{personId}/duties',
  summary: { zh: '查看此人的职责与退出后的待办', en: 'What somebody holds, and what an exit leaves to do' },
  tags: ['people'],
  params: z.strictObject({ personId: id() }),
  query: z.strictObject(pageQuery),
  answer: pageAnswer(duty),
  call: {
    service: 'notifications',
    rpc: NotificationsServiceService.listDuties,
    request: ({ params, query }) => ListDutiesRequest.fromPartial({ ...params, ...pageOf(query) }),
    respond: ({ duties, nextPageToken }) =>
      pageOut(
        duties.map((one) => ({ ...one })),
        nextPageToken,
      ),
  },
});

export const notificationsRoutes: readonly Route[] = [listInbox, markRead, listDuties, ...mailRoutes, ...webhookRoutes];
