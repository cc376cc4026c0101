import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import { type Ground, refused } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { markRead } from '../../application/mark-read.ts';
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, PAGE_TOKEN_CHARS_MAX } from '../../domain/limits.ts';
import { type Parameters, write } from '../../domain/template.ts';
import { templateOf } from '../../domain/templates/index.ts';
import {
  type Cursor,
  inboxContents,
  type MessageRow,
  messagesFound,
  unreadCount,
} from '../postgres/inbox-questions.ts';

const SERVICE = 'NotificationsService';

const tokenOf = ({ position, message_id }: MessageRow): string =>
  Buffer.from(`${position} ${message_id}`, 'utf8').toString('base64url');

const cursorOf = (token: string): Cursor | null => {
  if (token === '') return null;
  const text = token.length > PAGE_TOKEN_CHARS_MAX ? '' : Buffer.from(token, 'base64url').toString('utf8');
  const parts = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(text);
  if (!parts?.[1] || !parts[2]) throw refused({ reason: 'PAGE_TOKEN_INVALID', field: 'pageToken' });
  return { position: Number(parts[1]), messageId: parts[2] };
};

const pageSizeOf = (size: number): number => {
  if (!Number.isSafeInteger(size) || size < 0 || size > PAGE_SIZE_MAX)
    throw refused({ reason: 'PAGE_SIZE_INVALID', field: 'pageSize', details: { sizeMax: PAGE_SIZE_MAX } });
  return size === 0 ? PAGE_SIZE_DEFAULT : size;
};

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
    const limit = pageSizeOf(request.pageSize);
    const found = await messagesFound(this.ground.rows, {
      personId,
      unreadOnly: request.unreadOnly,
      after: cursorOf(request.pageToken),
      limit,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      messages: page.map(messageOf),
      unreadCount: await unreadCount(this.ground.rows, personId),
      nextPageToken: found.length > limit && last ? tokenOf(last) : '',
    };
  }

  @GrpcMethod(SERVICE, 'MarkRead')
  async markRead(request: rpc.MarkReadRequest, metadata: Metadata): Promise<rpc.MarkReadResponse> {
    return { receipt: receiptOf(await this.mark(request, callOf(metadata))) };
  }
}
