import type { ResourceFacts } from '@jiangong/access';
import type { Title } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type { Rows } from '@jiangong/read-models';

/** Ids of one kind in one question for titles. */
export const TITLES_MAX = 1_000;

export const editionTitles = (rows: Rows, ids: readonly string[]): Promise<readonly Title[]> =>
  rows.query<Title>(
    `select edition_id as id, title_zh as "titleZh", title_en as "titleEn" from edition
     where edition_id = any($1::text[]) order by edition_id`,
    [ids],
  );

type TitledEntry = Readonly<{ id: string; title: string; path: string | null; answerable: string; seated: boolean }>;

/** Titles of those entries that the caller may read: asked of each with the facts by which a single one is shown (`entry-shown`). */
export const entryTitles = async (
  rows: Rows,
  asked: Readonly<{ ids: readonly string[]; personId: string; mayRead: (entry: ResourceFacts) => boolean }>,
): Promise<readonly Title[]> => {
  const found = await rows.query<TitledEntry>(
    `select p.entry_id as id, p.title, p.answerable, coalesce(b.path, h.path) as path,
       p.standing = 'in-evaluation' and exists (select 1 from seat s where s.edition_id = p.edition_id and s.person_id = $2) as seated
     from entry p left join access_organization b on b.id = p.proposer_id left join access_organization h on h.id = p.home_id
     where p.entry_id = any($1::text[]) order by p.entry_id`,
    [asked.ids, asked.personId],
  );
  return found
    .filter(({ path, answerable, seated }) => {
      if (path === null) return false;
      const concerns = [...(JSON.parse(answerable) as string[]), ...(seated ? [asked.personId] : [])];
      return asked.mayRead({ organizationPath: path, concerns });
    })
    .map(({ id, title }) => ({ id, titleZh: title, titleEn: '' }));
};
