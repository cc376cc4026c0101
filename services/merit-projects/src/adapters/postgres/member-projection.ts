import type { Projection, ProjectedRows } from '@jiangong/read-models';

type Staged = Readonly<{ personId: string; stage?: string; since?: string }>;

/** Whoever was a full member and left, or died, has been one until then. */
const ENDED: readonly string[] = ['resigned', 'persuaded-to-leave', 'removed', 'expelled', 'given-up', 'deceased'];

const stage = (rows: ProjectedRows, { personId, stage: reached = '', since = '' }: Staged): void => {
  if (ENDED.includes(reached))
    return rows.write(
      `insert into member_standing (person_id, stage, full_since, exited_on) values ($1, $2, '', $3)
       on conflict (person_id) do update set stage = excluded.stage, exited_on = excluded.exited_on`,
      [personId, reached, since],
    );
  return rows.write(
    `insert into member_standing (person_id, stage, full_since, exited_on) values ($1, $2, $3, '')
     on conflict (person_id) do update set stage = excluded.stage, full_since = excluded.full_since, exited_on = ''`,
    [personId, reached, reached === 'full' ? since : ''],
  );
};

/** Since when people are full members, as membership tells it: read for lists of people, and copied into no fact of this service. */
export const memberProjection: Projection = {
  name: 'member-standing',
  version: 1,
  tables: `
    create table if not exists member_standing (
      person_id text primary key,
      stage text not null,
      full_since text collate "C" not null,
      exited_on text collate "C" not null
    );
    create index if not exists member_standing_since on member_standing (full_since) where full_since <> '';`,
  tableNames: ['member_standing'],
  source: { kind: 'public-facts', contexts: ['membership'] },
  apply: async (rows, { type, data }) => {
    if (type === 'membership.MembershipStageChanged.v1') stage(rows, data as Staged);
    if (type === 'membership.PersonErased.v1')
      rows.write('delete from member_standing where person_id = $1', [(data as Staged).personId]);
  },
};
