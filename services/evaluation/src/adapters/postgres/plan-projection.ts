import type { Projection, Rows } from '@jiangong/read-models';
import type { CountedPlan } from '../../domain/measure/facts.ts';

type Told = Readonly<{
  entryId: string;
  milestoneIds?: readonly string[];
  milestoneId?: string;
  reached?: boolean;
}>;

/** What whoever stands on a roll planned, and what of it he delivered, by ids: the words stay where they were written. */
export const planProjection: Projection = {
  name: 'own-plans',
  version: 1,
  tables: `
    create table if not exists own_plan (
      entry_id text not null,
      milestone_id text not null,
      primary key (entry_id, milestone_id)
    );
    create table if not exists own_delivery (
      entry_id text not null,
      milestone_id text not null,
      primary key (entry_id, milestone_id)
    );
  `,
  tableNames: ['own_plan', 'own_delivery'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply: async (rows, { type, data }) => {
    const { entryId, milestoneIds = [], milestoneId = '', reached = false } = data as Told;
    if (type === 'merit_projects.MilestonesPlanned.v1') {
      rows.write('delete from own_plan where entry_id = $1', [entryId]);
      for (const id of milestoneIds)
        rows.write('insert into own_plan (entry_id, milestone_id) values ($1, $2)', [entryId, id]);
    }
    if (type !== 'merit_projects.EntryProgressed.v1' || milestoneId === '') return;
    rows.write(
      reached
        ? 'insert into own_delivery (entry_id, milestone_id) values ($1, $2) on conflict do nothing'
        : 'delete from own_delivery where entry_id = $1 and milestone_id = $2',
      [entryId, milestoneId],
    );
  },
};

export const plansOf = async (rows: Rows, entryIds: readonly string[]): Promise<ReadonlyMap<string, CountedPlan>> => {
  const found = await rows.query<CountedPlan & Readonly<{ entryId: string }>>(
    `select p.entry_id as "entryId", count(*)::int as planned, count(d.milestone_id)::int as delivered
     from own_plan p left join own_delivery d on d.entry_id = p.entry_id and d.milestone_id = p.milestone_id
     where p.entry_id = any($1::text[]) group by p.entry_id`,
    [entryIds],
  );
  return new Map(found.map(({ entryId, planned, delivered }) => [entryId, { planned, delivered }]));
};
