import type { Ground } from '@jiangong/service-host';
import type { PaperKnowledge, RunningNotice } from '../../application/ports.ts';
import { NOTICES_ON_PAPER_MAX } from '../../domain/limits.ts';
import { IN_PUBLIC, RUNNING_FROM, runningSql } from './notice-questions.ts';
import { papersIdOf } from './paper-projection.ts';

/** Notices that run, with what their nominators are called now. */
export const paperKnowledge = ({ rows }: Pick<Ground, 'rows'>): PaperKnowledge => ({
  runningNotices: async ({ editionId, about, now }) => {
    const [edition] = await rows.query<{ editionTitle: string; issuer: string }>(
      `select e.title_zh as "editionTitle", coalesce(o.name_zh, '') as issuer
       from edition e left join organization_name o on o.organization_id = e.committee_id where e.edition_id = $1`,
      [editionId],
    );
    if (edition === undefined) return undefined;
    const notices = await rows.query<RunningNotice>(
      `select n.title, coalesce(o.name_zh, '') as nominator, p.subject_kind as "subjectKind", n.notice_from as "from",
         n.notice_until as "until"
       from ${RUNNING_FROM} left join organization_name o on o.organization_id = p.nominator_id
       where n.edition_id = $1 and n.about = $2 and ${runningSql('$3')} and ${IN_PUBLIC}
       order by o.name_zh collate "C", n.title_key, n.entry_id limit ${NOTICES_ON_PAPER_MAX + 1}`,
      [editionId, about, now],
    );
    return notices.length > NOTICES_ON_PAPER_MAX ? 'too-many' : { ...edition, notices };
  },
  papersIdOf: (paperId) => papersIdOf(rows, paperId),
});
