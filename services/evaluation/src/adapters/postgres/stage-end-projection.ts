import type { Projection } from '@jiangong/read-models';

type Told = Readonly<{ editionId: string; stageId: string; act: string; phase?: string; closesAt: string }>;

const TOLD = new Set([
  'merit_projects.StageScheduled.v1',
  'merit_projects.StageRescheduled.v1',
  'merit_projects.StageReopened.v1',
]);

/** The acts after a round's scoring: each ends on a day of the edition's calendar. */
const ACTS = new Set(['notice', 'decide', 'commend']);

/** When the stages end in which a result is decided, shown and made known. */
export const stageEndProjection: Projection = {
  name: 'stage-ends',
  version: 1,
  tables: `
    create table if not exists stage_end (
      edition_id text not null,
      stage_id text not null,
      act text not null,
      phase text not null,
      closes_at text not null,
      primary key (edition_id, stage_id)
    );
  `,
  tableNames: ['stage_end'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply: async (rows, { type, data }) => {
    if (!TOLD.has(type)) return;
    const { editionId, stageId, act, phase = '', closesAt } = data as Told;
    if (!ACTS.has(act)) return;
    rows.write(
      `insert into stage_end (edition_id, stage_id, act, phase, closes_at) values ($1, $2, $3, $4, $5)
       on conflict (edition_id, stage_id) do update set closes_at = excluded.closes_at`,
      [editionId, stageId, act, phase, closesAt],
    );
  },
};
