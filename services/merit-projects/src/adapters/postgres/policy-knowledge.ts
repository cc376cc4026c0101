import { coversSql } from '@jiangong/access/postgres';
import { type Ground, refused } from '@jiangong/service-host';
import type { CommendingTold, PolicyKnowledge } from '../../application/ports.ts';
import type { Award } from '../../domain/policy/counting.ts';

type EditionRow = Omit<CommendingTold, 'awards'> & Readonly<{ awards: string }>;

/** Committees stand only below committees: the steps between two are the slashes between their paths. */
export const STEPS_SQL = (above: string, below: string): string =>
  `(length(${below}) - length(replace(${below}, '/', '')) - length(${above}) + length(replace(${above}, '/', '')))`;

export const COMMENDING_SQL = `c.edition_id as "editionId", c.committee_id as "committeeId", c.year, c.template_id as "templateId",
  c.title_zh as "titleZh", c.title_en as "titleEn", c.awards, c.state, c.opened_at as "openedAt",
  exists (select 1 from honour_of_record h where h.edition_id = c.edition_id and h.ended_on = '') as "honoursStand"`;

export const commendingOut = ({ awards, ...edition }: EditionRow): CommendingTold => ({
  ...edition,
  awards: JSON.parse(awards) as readonly Award[],
});

export const policyKnowledge = (ground: Ground): PolicyKnowledge => {
  const heard = async (): Promise<void> => {
    if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
  };
  return {
    policiesAbove: async (committeeId) => {
      await heard();
      return ground.rows.query<{ committeeId: string; steps: number }>(
        `select p.committee_id as "committeeId", ${STEPS_SQL('a.path', 'o.path')} as steps
         from policy p join access_organization a on a.id = p.committee_id join access_organization o on o.id = $1
         where p.repealed_at is null and a.id <> o.id and ${coversSql('a.path', 'o.path')} order by steps`,
        [committeeId],
      );
    },
    commendingOf: async (committeeIds) => {
      await heard();
      const found = await ground.rows.query<EditionRow>(
        `select ${COMMENDING_SQL} from commending_edition c where c.committee_id = any($1) order by c.position`,
        [committeeIds],
      );
      return found.map(commendingOut);
    },
  };
};
