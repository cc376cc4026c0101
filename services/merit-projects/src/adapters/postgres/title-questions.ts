import type { ResourceFacts } from '@jiangong/access';
import type { Title } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type { Rows } from '@jiangong/read-models';
import { ENTRIES_WITH_EVALUATORS } from './who-scores.ts';

/** Ids of one kind in one question for titles. */
export const TITLES_MAX = 1_000;

export const editionTitles = (rows: Rows, ids: readonly string[]): Promise<readonly Title[]> =>
  rows.query<Title>(
    `select edition_id as id, title_zh as "titleZh", title_en as "titleEn" from edition
     where edition_id = any($1::text[]) order by edition_id`,
    [ids],
  );

type TitledEntry = Readonly<{
  id: string;
  title: string;
  path: string | null;
  answerable: string;
  himself: string;
  assigned: boolean;
}>;

/** Titles of those entries that the caller may read: asked of each with the facts by which a single one is shown (`entry-shown`). */
export const entryTitles = async (
  rows: Rows,
  asked: Readonly<{
    ids: readonly string[];
    personId: string;
    now: string;
    mayRead: (entry: ResourceFacts) => boolean;
  }>,
): Promise<readonly Title[]> => {
  const found = await rows.query<TitledEntry>(
    `select p.entry_id as id, p.title, p.answerable, case when p.subject_kind in ('person', 'office-holder') then p.subject_id else '' end as himself, coalesce(b.path, h.path) as path,
       p.entry_id in (select p.entry_id from ${ENTRIES_WITH_EVALUATORS} where s.person_id = $3 and p.entry_id = any($2::text[])) as assigned
     from entry p left join access_organization b on b.id = p.proposer_id left join access_organization h on h.id = p.home_id
     where p.entry_id = any($2::text[]) order by p.entry_id`,
    [asked.now, asked.ids, asked.personId],
  );
  return found
    .filter(({ path, answerable, himself, assigned }) => {
      if (path === null) return false;
      const concerns = [...(JSON.parse(answerable) as string[]), himself];
      return asked.mayRead({ organizationPath: path, concerns, assigned: assigned ? [asked.personId] : [] });
    })
    .map(({ id, title }) => ({ id, titleZh: title, titleEn: '' }));
};
