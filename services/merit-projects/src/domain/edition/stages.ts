import { endOfDay } from '@jiangong/calendar';
import { firstRefusal } from '@jiangong/wording';
import * as limits from '../limits.ts';
import { holidaysHashBetween } from '../working-days.ts';
import { calendarRefusal, movedBeforeNoticesRefusal, scheduledOf, windowRefusal } from './calendar-rules.ts';
import { type EditionDecision, whyRefusal } from './opening.ts';
import type { CloseStage, OpenStage, ReopenStage, RescheduleStage } from './orders.ts';
import { carriedOut, touchesScores } from './proposals.ts';
import { reopeningRefusal } from './reopening-rules.ts';
import type { EditionRefusal } from './refusals.ts';
import { asAsked, rollDayRefusal, rollMoved } from './roll-day.ts';
import { entranceOf, type OpenEditionState, stageOf, type StageState } from './state.ts';

const refOf = (edition: OpenEditionState, { stageId, act, phase }: StageState) => ({
  editionId: edition.terms.editionId,
  stageId,
  act,
  phase,
});

export const unknownStage: EditionRefusal = { reason: 'STAGE_UNKNOWN', field: 'stageId' };

const movable = (stage: StageState, opensAt: string, order: RescheduleStage): EditionRefusal | undefined => {
  if (stage.progress === 'closed') return { reason: 'STAGE_ALREADY_CLOSED', field: 'stageId' };
  // Two persons opened it again until that day: one of them alone gives it no longer time.
  if (stage.closings > 0 && touchesScores(stage) && order.closesOn > stage.closesOn)
    return { reason: 'REOPENED_BY_TWO', field: 'closesOn', details: { closesOn: stage.closesOn } };
  if (stage.progress === 'open' && opensAt !== stage.opensAt) return { reason: 'STAGE_ALREADY_OPEN', field: 'opensOn' };
  return endOfDay(order.closesOn) <= order.now ? { reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'closesOn' } : undefined;
};

export const rescheduleStage = (edition: OpenEditionState, order: RescheduleStage): EditionDecision => {
  const stage = stageOf(edition, order.stageId);
  if (!stage) return unknownStage;
  if (edition.reschedules >= limits.RESCHEDULES_MAX)
    return { reason: 'TOO_MANY_RESCHEDULES', details: { max: limits.RESCHEDULES_MAX } };
  const refusal = firstRefusal<EditionRefusal>(whyRefusal(order.why), windowRefusal(order, ''));
  if (refusal) return refusal;
  const moved = scheduledOf(stage, order);
  const stages = edition.stages.map((each) => (each.stageId === stage.stageId ? moved : each));
  const { year, tables } = edition.terms;
  const calendar = { year, tables, stages, holidays: order.holidays, moved: stage.stageId };
  const impossible =
    movable(stage, moved.opensAt, order) ??
    calendarRefusal(calendar) ??
    rollDayRefusal({ roll: asAsked(edition.roll), tables }, stages, '') ??
    movedBeforeNoticesRefusal(calendar, entranceOf(edition.stages)?.opensAt ?? '', order.now);
  if (impossible) return impossible;
  const { opensOn, closesOn, opensAt, closesAt } = moved;
  const holidaysHash = holidaysHashBetween(order.holidays, opensAt, closesAt);
  return [
    {
      type: 'StageRescheduled.v1',
      data: {
        ...refOf(edition, stage),
        ...{ opensOn, closesOn, opensAt, closesAt, holidaysHash },
        prose: { why: order.why },
      },
    },
    ...rollMoved(edition.terms, edition.roll, stages),
  ];
};

/** Once opened or closed stays so; before its moment it is refused: the scheduler's clock was ahead of the order's. */
export const turnStage = (edition: OpenEditionState, order: OpenStage | CloseStage): EditionDecision => {
  const stage = stageOf(edition, order.stageId);
  if (!stage) return unknownStage;
  const { progress, opensAt, closesAt } = stage;
  const of = refOf(edition, stage);
  if (order.type === 'OpenStage') {
    if (progress !== 'ahead') return [];
    if (order.now < opensAt) return { reason: 'STAGE_NOT_DUE', field: 'stageId' };
    return [{ type: 'StageOpened.v1', data: { ...of, dueAt: opensAt, entered: order.entered } }];
  }
  if (progress === 'closed') return [];
  if (progress !== 'open' || order.now < closesAt) return { reason: 'STAGE_NOT_DUE', field: 'stageId' };
  return [{ type: 'StageClosed.v1', data: { ...of, dueAt: closesAt, closing: stage.closings + 1 } }];
};

/** A stage that is over is opened again, with an end and a reason; by two persons of two roles where scores or honours are touched. */
export const reopenStage = (edition: OpenEditionState, order: ReopenStage): EditionDecision => {
  const stage = stageOf(edition, order.stageId);
  if (!stage) return unknownStage;
  const refusal = reopeningRefusal(edition, stage, order);
  if (refusal) return refusal;
  if (edition.reopenings >= limits.REOPENINGS_MAX)
    return { reason: 'TOO_MANY_REOPENINGS', details: { max: limits.REOPENINGS_MAX } };
  const proposal = touchesScores(stage) ? carriedOut(edition, order, 'ReopenStage') : undefined;
  if (proposal && 'reason' in proposal) return proposal;
  const { closesOn, why } = order;
  return [
    {
      type: 'StageReopened.v1',
      data: {
        ...refOf(edition, stage),
        closing: stage.closings,
        closesOn,
        closesAt: endOfDay(closesOn),
        proposalId: proposal?.proposalId ?? null,
        proposedBy: proposal?.proposedBy ?? null,
        prose: { why },
      },
    },
  ];
};
