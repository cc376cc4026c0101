import type { Ground, Scheduler } from '@jiangong/service-host';
import { DUE_MOMENTS_MAX } from '@jiangong/service-host';
import { editions } from '../../application/editions.ts';
import { findNeeds } from '../../application/find-needs.ts';
import { nominatorsEntries } from '../../application/nominators-entries.ts';
import { rolls } from '../../application/rolls.ts';
import { type RollMoment, type StageMoment, turnStages } from '../../application/turn-stages.ts';
import { workingYears } from '../../application/working-years.ts';
import { campaignKnowledge, editionNominators } from '../postgres/campaign-knowledge.ts';
import { needKnowledge } from '../postgres/need-knowledge.ts';
import { rollKnowledge } from '../postgres/roll-knowledge.ts';

/** Rolls before the beginnings of stages, beginnings before ends of one stage, ends before beginnings of others at the same instant. An abandoned edition's clock stands still. */
const DUE = `
  select m.kind, m."editionId", m."stageId", m.at, m.ordinal from (
    select 'open' as kind, edition_id as "editionId", stage_id as "stageId", opens_at as at, ordinal
      from edition_stage where opened_at is null and opens_at <= $1
    union all
    select 'close', edition_id, stage_id, closes_at, ordinal
      from edition_stage where closed_at is null and closes_at <= $1
    union all
    select 'roll', edition_id, '', lists_at, -1 from edition_roll where listed_at is null and lists_at <= $1
  ) m join edition e on e.edition_id = m."editionId" and e.state = 'open'
  order by m.at, m.ordinal, m.kind desc limit ${DUE_MOMENTS_MAX}`;

/** Turns the due moments of all editions' calendars into orders. */
export const stageScheduler = (ground: Ground): Scheduler => {
  const all = editions(ground);
  const entries = nominatorsEntries(ground, all, workingYears(campaignKnowledge(ground)));
  const needs = findNeeds(ground, needKnowledge(ground.rows));
  const listing = rolls({ ground, entries, knowledge: rollKnowledge(ground.rows), needs });
  const turn = turnStages({
    ...{ ground, editions: all, entries, rolls: listing },
    nominators: editionNominators(ground.rows),
  });
  return {
    due: async (now) => {
      const moments = await ground.rows.query<(StageMoment | RollMoment) & Readonly<{ stageId: string }>>(DUE, [now]);
      return moments.map((moment) => ({
        at: moment.at,
        of: moment.editionId,
        name: `${moment.kind} ${moment.stageId} ${moment.editionId}`,
        run: () => turn(moment),
      }));
    },
  };
};
