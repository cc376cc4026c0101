import type { Projection, ProjectedRows } from '@jiangong/read-models';

type Staged = Readonly<{ personId: string; stage?: string; since?: string }>;

/** Whoever was a full member and left, or died, has been one until then. */
const ENDED: readonly string[] = ['resigned', 'persuaded-to-leave', 'removed', 'expelled', 'given-up', 'deceased'];

/**
 * What a person was from which day on. Whatever is told is the last word on its day and all later ones; told of the stage he is in already,
 * it puts the day right.
 */
const keepStage = (rows: ProjectedRows, { personId, stage: reached = '', since = '' }: Staged): void => {
  rows.write('delete from member_stage where person_id = $1 and since >= $2', [personId, since]);
  rows.write(
    `delete from member_stage m where m.person_id = $1 and m.stage = $2
     and m.since = (select max(l.since) from member_stage l where l.person_id = $1)`,
    [personId, reached],
  );
  rows.write('insert into member_stage (person_id, since, stage) values ($1, $2, $3)', [personId, since, reached]);
};

const standing = (rows: ProjectedRows, { personId, stage: reached = '', since = '' }: Staged): void => {
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

/**
 * What people are and have been in the Party, as membership tells it: read for lists of people and for numbers in proportion to members, and
 * copied into no fact of this service.
 */
export const memberProjection: Projection = {
  name: 'member-standing',
  version: 2,
  tables: `
    create table if not exists member_standing (
      person_id text primary key,
      stage text not null,
      full_since text collate "C" not null,
      exited_on text collate "C" not null
    );
    create index if not exists member_standing_since on member_standing (full_since) where full_since <> '';
    create table if not exists member_stage (
      person_id text not null,
      since text collate "C" not null,
      stage text not null,
      primary key (person_id, since)
    );`,
  tableNames: ['member_standing', 'member_stage'],
  source: { kind: 'public-facts', contexts: ['membership'] },
  apply: async (rows, { type, data }) => {
    if (type === 'membership.MembershipStageChanged.v1') {
      standing(rows, data as Staged);
      keepStage(rows, data as Staged);
    }
    if (type !== 'membership.PersonErased.v1') return;
    rows.write('delete from member_standing where person_id = $1', [(data as Staged).personId]);
    rows.write('delete from member_stage where person_id = $1', [(data as Staged).personId]);
  },
};
