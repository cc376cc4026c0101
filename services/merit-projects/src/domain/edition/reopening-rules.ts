import { calendarDaysBetween, endOfDay, isLocalDate, localDateOf } from '@jiangong/calendar';
import * as limits from '../limits.ts';
import { whyRefusal } from './opening.ts';
import type { EditionRefusal } from './refusals.ts';
import { gateOf, type OpenEditionState, type StageState } from './state.ts';

/** What entries go through before they enter is opened again only so long as they have not entered, and at most until they do. */
const tooLateRefusal = (edition: OpenEditionState, stage: StageState, closesAt: string): EditionRefusal | undefined => {
  const gate = gateOf(edition.terms.tables, edition.stages, stage);
  const before = gate && edition.stages.indexOf(stage) < edition.stages.indexOf(gate);
  if (!before || (gate.progress === 'ahead' && closesAt <= gate.opensAt)) return undefined;
  return { reason: 'REOPENING_TOO_LATE', field: 'closesOn', details: { scoringOpensAt: gate.opensAt } };
};

/** What a stage must be, and until when it may be open again: asked of the order, and of the proposal before anybody waits for it. */
export const reopeningRefusal = (
  edition: OpenEditionState,
  stage: StageState,
  order: Readonly<{ closesOn: string; now: string; why: string }>,
) => {
  const { closesOn, now, why } = order;
  if (stage.progress !== 'closed') return { reason: 'STAGE_NOT_CLOSED', field: 'stageId' } as const;
  if (!isLocalDate(closesOn)) return { reason: 'DATE_INVALID', field: 'closesOn' } as const;
  if (endOfDay(closesOn) <= now) return { reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'closesOn' } as const;
  const days = calendarDaysBetween(localDateOf(now), closesOn);
  if (days > limits.REOPENED_DAYS_MAX)
    return { reason: 'REOPENED_TOO_LONG', field: 'closesOn', details: { daysMax: limits.REOPENED_DAYS_MAX } } as const;
  return tooLateRefusal(edition, stage, endOfDay(closesOn)) ?? whyRefusal(why);
};
