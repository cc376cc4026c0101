import type { Rows } from '@jiangong/read-models';
import { type ListFound, readList } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import type { InboxContents } from '../../application/mark-read.ts';

export type MessageRow = Readonly<{
  message_id: string;
  template: string;
  template_version: number;
  parameters: string;
  subject_kind: string;
  subject_id: string;
  occurred_at: string;
  position: number;
  read: boolean;
}>;

const IS_READ = `(m.position <= coalesce((select position from inbox_read_through t where t.person_id = m.person_id), 0)
  or exists (select 1 from inbox_read r where r.person_id = m.person_id and r.message_id = m.message_id))`;

/** The latest first unless asked otherwise. */
export const INBOX_SORTS = ['-occurred'] as const;

export type InboxAsked = ListAsked<'occurred'> &
  Readonly<{ personId: string; unreadOnly: boolean; subjectKinds: readonly string[] }>;

/** A person's messages. They are written when they are read, so they are not searched. */
export const messagesFound = (rows: Rows, asked: InboxAsked): Promise<ListFound<MessageRow>> =>
  readList<MessageRow>(rows, (parameter) => ({
    columns: `m.message_id, m.template, m.template_version, m.parameters, m.subject_kind, m.subject_id, m.occurred_at, m.position,
      ${IS_READ} as read`,
    from: 'inbox_message m',
    id: 'm.message_id',
    where: [`m.person_id = ${parameter(asked.personId)}`, ...(asked.unreadOnly ? [`not ${IS_READ}`] : [])],
    facets: { subjectKind: { sql: 'm.subject_kind', words: asked.subjectKinds } },
    sort: { sql: 'm.position', kind: 'number', down: asked.sort.down },
    place: asked.place,
  }));

export const unreadCount = async (rows: Rows, personId: string): Promise<number> => {
  const [row] = await rows.query<{ count: number }>(
    `select count(*)::int as count from inbox_message m where m.person_id = $1 and not ${IS_READ}`,
    [personId],
  );
  return row?.count ?? 0;
};

export const inboxContents = (rows: Rows): InboxContents => ({
  count: async (personId, messageIds) => {
    const [row] = await rows.query<{ count: number }>(
      'select count(*)::int as count from inbox_message where person_id = $1 and message_id = any($2)',
      [personId, messageIds],
    );
    return row?.count ?? 0;
  },
});
