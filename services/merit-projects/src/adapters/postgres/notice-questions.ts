import { belowMarkedSql } from '@jiangong/access/postgres';
import type {
  GetObjectionStatusResponse,
  PublicNotice,
} from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import { openProse, textOf } from './kept-prose.ts';

/** In the order in which they began unless asked otherwise. */
export const NOTICE_SORTS = ['begun', 'until', 'title'] as const;
type Sort = (typeof NOTICE_SORTS)[number];

const SORTS: Readonly<Record<Sort, SortKey>> = {
  begun: { sql: 'n.position', kind: 'number' },
  until: { sql: 'n.notice_until collate "C"', kind: 'text' },
  title: { sql: 'n.title_key', kind: 'text' },
};

/** A notice without its days as people count them, which need the year's holidays. */
export type NoticeShown = Omit<PublicNotice, 'firstDay' | 'lastDay' | 'workingDays'>;
type NoticeRow = Omit<NoticeShown, 'summary'> & { stream: string; prose: string; type: string };

export type NoticesAsked = ListAsked<Sort> &
  Readonly<{ editionId: string; states: readonly string[]; about: readonly string[]; now: string }>;

/** One word for whatever cut a notice short: nobody reads a block of discipline inspection out of it. */
const stateSql = (now: string): string => `case
  when exists (select 1 from notice l where l.entry_id = n.entry_id and l.about = n.about and l.notice_round > n.notice_round) then 'corrected'
  when n.stopped_at <> '' then 'stopped' when n.notice_until > ${now} then 'running' else 'over' end`;

/** Objections are taken only while a notice runs, so each belongs to the one that ran when it came. */
const objectionsSql = (which: string): string => `(select count(*)::int from objection o
  where o.entry_id = n.entry_id and o.against = case n.about when 'entries' then 'entry' else 'result' end
    and o.received_at >= n.notice_from and o.received_at < n.notice_until and ${which})`;

const noticeSql = (now: string): string => {
  const state = stateSql(now);
  const settled = `((${state}) <> 'running' and ${objectionsSql(`o.status = 'open'`)} = 0)`;
  const counted = (which: string): string => `case when ${settled} then ${objectionsSql(which)} else 0 end`;
  return `n.entry_id as "entryId", n.edition_id as "editionId", p.nominator_id as "nominatorId", p.track, n.about, n.title,
    n.key_task as "keyTask", n.notice_from as "noticeFrom", n.notice_until as "noticeUntil", n.notice_round as "noticeRound", ${state} as state,
    (${state}) = 'running' and p.standing = case n.about when 'entries' then 'published' else 'in-evaluation' end as "takesObjections",
    ${settled} as settled, ${counted(`o.outcome like 'upheld%'`)} as upheld, ${counted(`o.outcome = 'rejected'`)} as "notUpheld",
    d.stream, d.prose, d.prose_type as type`;
};

/** Notices with their entries. */
export const RUNNING_FROM =
  'notice n join entry p on p.entry_id = n.entry_id join access_organization b on b.id = p.proposer_id';

/** A notice that runs at a moment. */
export const runningSql = (now: string): string => `(${stateSql(now)}) = 'running'`;

const FROM = `${RUNNING_FROM} join declaration d on d.entry_id = n.entry_id and d.version = n.version`;

/** What is classified, or stands below what is, never appears in public. */
export const IN_PUBLIC = `not ${belowMarkedSql('access_organization', 'classified', 'b.path')}`;

const shown = async (privacy: KeyVault, found: readonly NoticeRow[]): Promise<readonly NoticeShown[]> => {
  const prose = await openProse(privacy, found);
  return found.map(({ stream: _stream, prose: _prose, type: _type, ...notice }, index) => ({
    ...notice,
    summary: textOf(prose[index], 'summary'),
  }));
};

/** Notices as the public finds them. */
export const noticesOf = async (
  rows: Rows,
  privacy: KeyVault,
  asked: NoticesAsked,
): Promise<ListFound<NoticeShown>> => {
  const { editionId, now } = asked;
  const listed = await readList<NoticeRow>(rows, (parameter: Parameter) => {
    const at = parameter(now);
    return {
      columns: noticeSql(at),
      from: FROM,
      id: `n.entry_id || ' ' || n.about || ' ' || n.notice_round`,
      where: [IN_PUBLIC, ...(editionId === '' ? [] : [`n.edition_id = ${parameter(editionId)}`])],
      search: asked.search && { keysColumn: 'p.search_keys', textColumn: 'p.search_text', sought: asked.search },
      facets: {
        state: { sql: stateSql(at), words: asked.states },
        about: { sql: 'n.about', words: asked.about },
      },
      sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
      place: asked.place,
    };
  });
  const notices = await shown(
    privacy,
    listed.found.map(({ row }) => row),
  );
  return {
    ...listed,
    found: listed.found.flatMap(({ cursor }, at) => {
      const row = notices[at];
      return row === undefined ? [] : [{ row, cursor }];
    }),
  };
};

/** Every notice of one entry, the newest first; the rule book bounds how often an entry is published. */
export const noticesOfEntry = async (
  rows: Rows,
  privacy: KeyVault,
  entryId: string,
  now: string,
): Promise<readonly NoticeShown[]> =>
  shown(
    privacy,
    await rows.query<NoticeRow>(
      `select ${noticeSql('$2')} from ${FROM} where n.entry_id = $1 and ${IN_PUBLIC} order by n.position desc`,
      [entryId, now],
    ),
  );

/** How an objection stands; no prose of it is opened. */
export const objectionStatus = async (
  rows: Rows,
  objectionId: string,
): Promise<GetObjectionStatusResponse | undefined> =>
  (
    await rows.query<GetObjectionStatusResponse>(
      `select entry_id as "entryId", against, status, outcome, received_at as "receivedAt", answer_due_at as "answerDueAt",
         settled_at as "settledAt" from objection where objection_id = $1`,
      [objectionId],
    )
  )[0];
