import type { CodeBatch } from '@jiangong/contracts/jiangong/merit_projects/v1/registration';
import type { Rows } from '@jiangong/read-models';
import { type Ground, lookAgain } from '@jiangong/service-host';
import type { CodeKnowledge } from '../../application/codes-held.ts';

/** Codes that hold, asked of read models that have caught up where they say no. */
export const codeKnowledge = (ground: Ground): CodeKnowledge => ({
  code: (hash) =>
    lookAgain(ground, async () => {
      const [found] = await ground.rows.query<{ editionId: string; organizationId: string }>(
        `select b.edition_id as "editionId", b.organization_id as "organizationId"
         from entry_code c join code_batch b on b.batch_id = c.batch_id where c.code_hash = $1 and not c.recalled`,
        [hash],
      );
      return found;
    }),
  filesAddedBy: async (personId, beside) => {
    const [found] = await ground.rows.query<{ files: number }>(
      'select count(*)::integer as files from evidence_adder where person_id = $1 and sha256 <> $2',
      [personId, beside],
    );
    return found?.files ?? 0;
  },
});

/** What was handed out in an edition, the newest first; as many as the rule book lets be. */
export const batchesOf = (rows: Rows, editionId: string): Promise<readonly CodeBatch[]> =>
  rows.query<CodeBatch>(
    `select b.batch_id as "batchId", b.organization_id as "organizationId", b.handed_out_at as "handedOutAt", b.handed_out_by as "handedOutBy",
       count(*)::integer as count, count(*) filter (where c.recalled)::integer as recalled,
       count(*) filter (where exists (select 1 from entry p where p.edition_id = b.edition_id and p.subject_id = c.work_id))::integer as used
     from code_batch b join entry_code c on c.batch_id = b.batch_id where b.edition_id = $1
     group by b.batch_id order by b.position desc`,
    [editionId],
  );

export type AuthorRow = Readonly<{ stream: string; prose: string; erasedAt: string }>;

/** The author of a work as its newest version names him. */
export const authorOf = async (rows: Rows, entryId: string): Promise<AuthorRow | undefined> =>
  (
    await rows.query<AuthorRow>('select stream, prose, erased_at as "erasedAt" from entry_author where entry_id = $1', [
      entryId,
    ])
  )[0];
