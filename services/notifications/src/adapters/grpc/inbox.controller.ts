import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import { together } from '@jiangong/read-models/postgres';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { markRead } from '../../application/mark-read.ts';
import { type Parameters, write } from '../../domain/template.ts';
import { templateOf } from '../../domain/templates/index.ts';
import {
  INBOX_SORTS,
  inboxContents,
  type MessageRow,
  messagesFound,
  unreadCount,
} from '../postgres/inbox-questions.ts';

const SERVICE = 'NotificationsService';

const messageLists = listsOf('ListInbox', INBOX_SORTS);

const messageOf = (row: MessageRow): rpc.Message => ({
  messageId: row.message_id,
  template: row.template,
  templateVersion: row.template_version,
  ...write(templateOf(row.template, row.template_version), JSON.parse(row.parameters) as Parameters),
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  occurredAt: row.occurred_at,
  position: row.position,
  read: row.read,
});

/** The inbox of whoever asks. */
@Controller()
export class InboxController {
  private readonly ground: Ground;
  private readonly mark: ReturnType<typeof markRead>;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
    this.mark = markRead(ground, inboxContents(ground.rows));
  }

  @GrpcMethod(SERVICE, 'ListInbox')
  async listInbox(request: rpc.ListInboxRequest, metadata: Metadata): Promise<rpc.ListInboxResponse> {
    const { personId } = callOf(metadata).caller;
    if (personId === null) throw refused({ reason: 'NOT_A_PERSON' });
    const asked = messageLists.asked({ ...request, q: '' });
    const { unreadOnly } = request;
    const subjectKinds = wordsOf(request.subjectKind, 'subjectKind');
    const rows = together(this.ground.rows);
    const [found, unread] = await Promise.all([
      messagesFound(rows, { ...asked, personId, unreadOnly, subjectKinds }),
      unreadCount(rows, personId),
    ]);
    const { page, nextPageToken, counts } = messageLists.told(found, asked);
    return {
      messages: page.map(messageOf),
      counts,
      unreadCount: unread,
      nextPageToken,
    };
  }

  @GrpcMethod(SERVICE, 'MarkRead')
  async markRead(request: rpc.MarkReadRequest, metadata: Metadata): Promise<rpc.MarkReadResponse> {
    return { receipt: receiptOf(await this.mark(request, callOf(metadata))) };
  }
}
