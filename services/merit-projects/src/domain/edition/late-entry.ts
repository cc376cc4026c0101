import { endOfDay, isLocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal } from '@jiangong/wording';
import * as limits from '../limits.ts';
import { INTAKE_ACTS } from '../programme.ts';
import { type EditionDecision, whyRefusal } from './opening.ts';
import type { AllowLateEntry, EndLateEntry } from './orders.ts';
import type { EditionRefusal } from './refusals.ts';
import { unknownStage } from './stages.ts';
import { gateOf, type OpenEditionState, stageOf } from './state.ts';

/** Lets one nominator act in a stage that is over, until the end of a day before entries enter. */
export const allowLateEntry = (edition: OpenEditionState, order: AllowLateEntry): EditionDecision => {
  const { nominatorId, until, why, now } = order;
  const stage = stageOf(edition, order.stageId);
  if (!stage) return unknownStage;
  const refusal = firstRefusal<EditionRefusal>(
    INTAKE_ACTS.includes(stage.act) ? undefined : { reason: 'LATE_ENTRY_NOT_FOR_STAGE', field: 'stageId' },
    whyRefusal(why),
    isLocalDate(until) ? undefined : { reason: 'DATE_INVALID', field: 'until' },
  );
  if (refusal) return refusal;
  if (edition.lateEntries.length >= limits.LATE_ENTRIES_MAX)
    return { reason: 'TOO_MANY_LATE_ENTRIES', details: { max: limits.LATE_ENTRIES_MAX } };
  if (until < localDateOf(now)) return { reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'until' };
  const untilAt = endOfDay(until);
  if (untilAt <= stage.closesAt) return { reason: 'LATE_ENTRY_NOT_NEEDED', field: 'until' };
  const gate = gateOf(edition.terms.tables, edition.stages, stage);
  if (gate && untilAt > gate.opensAt) return { reason: 'LATE_ENTRY_PAST_SCORING', field: 'until' };
  const { stageId, act } = stage;
  return [
    {
      type: 'LateEntryAllowed.v1',
      data: {
        editionId: edition.terms.editionId,
        nominatorId,
        stageId,
        act,
        from: now,
        until,
        untilAt,
        prose: { why },
      },
    },
  ];
};

/** Takes it back from now on. What the nominator did meanwhile stands: it was allowed to. */
export const endLateEntry = (edition: OpenEditionState, order: EndLateEntry): EditionDecision => {
  const { nominatorId, stageId, why, now } = order;
  const stage = stageOf(edition, stageId);
  if (!stage) return unknownStage;
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const runs = edition.lateEntries.some(
    (late) => late.nominatorId === nominatorId && late.stageId === stageId && now < late.untilAt,
  );
  if (!runs) return { reason: 'NO_LATE_ENTRY', field: 'nominatorId' };
  const { editionId } = edition.terms;
  return [
    {
      type: 'LateEntryEnded.v1',
      data: { editionId, nominatorId, stageId, act: stage.act, endedAt: now, prose: { why } },
    },
  ];
};
