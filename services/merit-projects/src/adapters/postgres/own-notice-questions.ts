import { coversSql } from '@jiangong/access/postgres';
import type { OwnNotice, OwnObjection } from '@jiangong/contracts/jiangong/merit_projects/v1/own_notices';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, readList, type SortKey } from '@jiangong/read-models/postgres';
import { type Ground, type ListAsked, lookAgain } from '@jiangong/service-host';
import type { OwnNoticeKnowledge, OwnNoticePlace } from '../../application/own-notices.ts';
import { openProse, textOf } from './kept-prose.ts';

/** In the order in which they began unless asked otherwise. */
export const OWN_NOTICE_SORTS = ['begun', 'until', 'title'] as const;
type Sort = (typeof OWN_NOTICE_SORTS)[number];

const SORTS: Readonly<Record<Sort, SortKey>> = {
  begun: { sql: 'n.position', kind: 'number' },
  until: { sql: 'n.notice_until', kind: 'text' },
  title: { sql: 'n.title_key', kind: 'text' },
};

export const ownNoticeKnowledge = (ground: Ground): OwnNoticeKnowledge => ({
  ownNotice: (ownNoticeId) =>
    lookAgain(ground, async () => {
      const [found] = await ground.rows.query<OwnNoticePlace>(
        `select own_notice_id as "ownNoticeId", edition_id as "editionId", nominator_id as "nominatorId" from own_notice where own_notice_id = $1`,
        [ownNoticeId],
      );
      return found;
    }),
});

const having = (which: string): string =>
  `(select count(*)::int from own_objection o where o.own_notice_id = n.own_notice_id and ${which})`;

const stateSql = (now: string): string => `case when n.stopped then 'stopped'
  when ${having(`o.outcome = 'upheld'`)} > 0 then 'upheld' when n.notice_until > ${now} then 'running' else 'over' end`;

/** The entry that came of it: of what was made known, and as that category. */
const ENTRY = `coalesce((select p.entry_id from entry p where p.edition_id = n.edition_id and p.nominator_id = n.nominator_id
  and p.track = n.track and p.subject_id = n.subject_id limit 1), '')`;

const columnsOf = (now: string): string =>
  `n.own_notice_id as "ownNoticeId", n.edition_id as "editionId", n.nominator_id as "nominatorId", n.track, n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.title,
   n.notice_from as "noticeFrom", n.notice_until as "noticeUntil", ${stateSql(now)} as state, ${having('true')} as objections,
   ${having(`o.outcome = ''`)} as open, ${ENTRY} as "entryId"`;

export type OwnNoticesAsked = ListAsked<Sort> &
  Readonly<{ organizationId: string; editionId: string; states: readonly string[]; now: string }>;

/** What nominators at or below an organization made known in an edition; nothing that is sealed is opened. */
export const ownNoticesOf = (rows: Rows, asked: OwnNoticesAsked): Promise<ListFound<OwnNotice>> =>
  readList<OwnNotice>(rows, (parameter) => {
    const now = parameter(asked.now);
    return {
      columns: columnsOf(now),
      from: 'own_notice n join access_organization b on b.id = n.nominator_id',
      id: 'n.own_notice_id',
      where: [
        coversSql(`(select path from access_organization where id = ${parameter(asked.organizationId)})`, 'b.path'),
        ...(asked.editionId === '' ? [] : [`n.edition_id = ${parameter(asked.editionId)}`]),
      ],
      search: asked.search && { keysColumn: 'n.search_keys', textColumn: 'n.search_text', sought: asked.search },
      facets: { state: { sql: stateSql(now), words: asked.states, derived: true } },
      sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
      place: asked.place,
    };
  });

export const ownNoticeById = async (rows: Rows, ownNoticeId: string, now: string): Promise<OwnNotice | undefined> =>
  (
    await rows.query<OwnNotice>(`select ${columnsOf('$2')} from own_notice n where n.own_notice_id = $1`, [
      ownNoticeId,
      now,
    ])
  )[0];

type ObjectionRow = Omit<OwnObjection, 'objectorName' | 'statement' | 'answer' | 'why'> &
  Readonly<{ stream: string; prose: string; answerProse: string; whyProse: string }>;

/** Who objects to it and what was said and answered, in the order in which it was written down; the rule book bounds how many. */
export const ownObjectionsOf = async (
  rows: Rows,
  privacy: KeyVault,
  ownNoticeId: string,
): Promise<readonly OwnObjection[]> => {
  const found = await rows.query<ObjectionRow>(
    `select o.objection_id as "objectionId", o.made_on as "madeOn", o.told_to as "toldTo", o.taken_at as "takenAt", o.outcome, o.reopenings, n.stream,
       o.prose, o.answer_prose as "answerProse", o.why_prose as "whyProse"
     from own_objection o join own_notice n on n.own_notice_id = o.own_notice_id where o.own_notice_id = $1 order by o.position`,
    [ownNoticeId],
  );
  const opened = await openProse(
    privacy,
    found.flatMap(({ stream, prose, answerProse, whyProse }) => [
      { stream, prose, type: 'OwnObjectionTaken.v1' },
      { stream, prose: answerProse, type: 'OwnObjectionAnswered.v1' },
      { stream, prose: whyProse, type: 'OwnObjectionReopened.v1' },
    ]),
  );
  return found.map(({ stream: _stream, prose: _prose, answerProse: _answer, whyProse: _why, ...row }, at) => ({
    ...row,
    objectorName: textOf(opened[3 * at], 'objectorName'),
    statement: textOf(opened[3 * at], 'statement'),
    answer: textOf(opened[3 * at + 1], 'answer'),
    why: textOf(opened[3 * at + 2], 'why'),
  }));
};
