import { type Instant, localDateOf } from '@jiangong/calendar';
import type { Projection } from '@jiangong/read-models';

type Told = Readonly<{
  editionId: string;
  stageId: string;
  act: string;
  phase?: string;
  /** Absent: it opened already. */
  opensAt?: string;
  closesAt: string;
}>;

const TOLD = new Set([
  'merit_projects.StageScheduled.v1',
  'merit_projects.StageRescheduled.v1',
  'merit_projects.StageReopened.v1',
]);

/** The acts after a round's scoring: each has its days in the edition's calendar, and work is due by them. */
export const STAGE_END_ACTS = ['notice', 'decide', 'commend', 'appeal', 'put-forward', 'recheck'] as const;
export type StageEndAct = (typeof STAGE_END_ACTS)[number];

/** The moment belongs to the day after. */
const lastDayBefore = (closesAt: Instant) => localDateOf(new Date(Date.parse(closesAt) - 1).toISOString());

const ACTS: ReadonlySet<string> = new Set(STAGE_END_ACTS);

/** When the stages begin and end in which a result is decided, shown, made known, appealed against and looked at again. */
export const stageEndProjection: Projection = {
  name: 'stage-ends',
  version: 2,
  tables: `
    create table if not exists stage_end (
      edition_id text not null,
      stage_id text not null,
      act text not null,
      phase text not null,
      opens_on text not null,
      closes_on text not null,
      closes_at text not null,
      primary key (edition_id, stage_id)
    );
  `,
  tableNames: ['stage_end'],
  source: { kind: 'public-facts', contexts: ['merit_projects'] },
  apply: async (rows, { type, data }) => {
    if (!TOLD.has(type)) return;
    const { editionId, stageId, act, phase = '', opensAt, closesAt } = data as Told;
    if (!ACTS.has(act)) return;
    const closesOn = lastDayBefore(closesAt);
    if (opensAt === undefined)
      rows.write('update stage_end set closes_on = $3, closes_at = $4 where edition_id = $1 and stage_id = $2', [
        editionId,
        stageId,
        closesOn,
        closesAt,
      ]);
    else
      rows.write(
        `insert into stage_end (edition_id, stage_id, act, phase, opens_on, closes_on, closes_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (edition_id, stage_id) do update set opens_on = excluded.opens_on, closes_on = excluded.closes_on, closes_at = excluded.closes_at`,
        [editionId, stageId, act, phase, localDateOf(opensAt), closesOn, closesAt],
      );
  },
};
