import type { Rows } from '@jiangong/read-models';
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

/** Where a page begins: behind this message. */
export type Cursor = readonly [position: number, messageId: string];

const IS_READ = `(m.position <= coalesce((select position from inbox_read_through t where t.person_id = m.person_id), 0)
  or exists (select 1 from inbox_read r where r.person_id = m.person_id and r.message_id = m.message_id))`;

export type InboxQuestion = Readonly<{ personId: string; unreadOnly: boolean; after: Cursor | null; limit: number }>;

/** Newest first; one row more than asked for, so that the caller knows whether there is a next page. */
export const messagesFound = (
  rows: Rows,
  { personId, unreadOnly, after, limit }: InboxQuestion,
): Promise<readonly MessageRow[]> =>
  rows.query<MessageRow>(
    `select * from (select m.message_id, m.template, m.template_version, m.parameters, m.subject_kind, m.subject_id, m.occurred_at, m.position,
            ${IS_READ} as read
       from inbox_message m
      where m.person_id = $1 and ($2::bigint is null or m.position < $2 or (m.position = $2 and m.message_id > $3))) found
      where not ($4 and read) order by position desc, message_id limit $5`,
    [personId, after?.[0] ?? null, after?.[1] ?? null, unreadOnly, limit + 1],
  );

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
