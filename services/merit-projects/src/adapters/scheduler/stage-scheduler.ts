import type { Ground, Scheduler } from '@jiangong/service-host';
import { DUE_MOMENTS_MAX } from '@jiangong/service-host';
import { editions } from '../../application/editions.ts';
import { type StageMoment, turnStages } from '../../application/turn-stages.ts';
import { unitEditions } from '../../application/unit-editions.ts';
import { editionUnits } from '../postgres/campaign-knowledge.ts';

/** Beginnings before ends of one stage, ends before beginnings of others at the same instant. */
const DUE = `
  select 'open' as kind, edition_id as "editionId", stage, opens_at as at, ordinal from edition_stage where opened_at is null and opens_at <= $1
  union all
  select 'close', edition_id, stage, closes_at, ordinal from edition_stage where closed_at is null and closes_at <= $1
  order by at, ordinal, kind desc limit ${DUE_MOMENTS_MAX}`;

/** Turns the due moments of all editions' calendars into orders. */
export const stageScheduler = (ground: Ground): Scheduler => {
  const all = editions(ground);
  const turn = turnStages({
    ground,
    editions: all,
    unitEditions: unitEditions(ground, all),
    units: editionUnits(ground.rows),
  });
  return {
    due: async (now) => {
      const moments = await ground.rows.query<StageMoment>(DUE, [now]);
      return moments.map((moment) => ({
        at: moment.at,
        of: moment.editionId,
        name: `${moment.kind} ${moment.stage} ${moment.editionId}`,
        run: () => turn(moment),
      }));
    },
  };
};
