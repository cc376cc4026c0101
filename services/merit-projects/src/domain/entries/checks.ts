import { type Instant, isLocalDate } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '../check-text.ts';
import { isStageOpen, type EditionTerms } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import type { Stage } from '../stage.ts';
import type { Plan, UnitEditionFact } from './facts.ts';
import type { UnitEditionReason, UnitEditionRefusal } from './refusals.ts';
import type { Entry, StandingKind } from './state.ts';

export type Decision = readonly UnitEditionFact[] | UnitEditionRefusal;

const SHA256_FORM = /^[0-9a-f]{64}$/;

/** None of the stages is open for this unit. */
export const stageRefusal = (
  order: Readonly<{ terms: EditionTerms; now: Instant }>,
  ...stages: readonly Stage[]
): UnitEditionRefusal | undefined => {
  const [first] = stages;
  if (!first || stages.some((stage) => isStageOpen(order.terms, stage, order.now))) return undefined;
  const { opensAt, closesAt } = order.terms.windows[first];
  return { reason: 'STAGE_NOT_OPEN', details: { stage: first, opensAt, closesAt } };
};

/** The entry stands elsewhere than the order needs. What has ended for good says so. */
export const standingRefusal = (
  entry: Entry,
  allowed: readonly StandingKind[],
  reason: UnitEditionReason,
): UnitEditionRefusal | undefined => {
  const { kind } = entry.standing;
  if (allowed.includes(kind)) return undefined;
  const closed: readonly StandingKind[] = ['rejected', 'blocked', 'removed', 'withdrawn', 'missed', 'commended'];
  if (closed.includes(kind)) return { reason: 'ENTRY_CLOSED', field: 'entryId', details: { standing: kind } };
  if (kind === 'in-evaluation') return { reason: 'ENTRY_IN_EVALUATION', field: 'entryId', details: { standing: kind } };
  return { reason, field: 'entryId', details: { standing: kind } };
};

export const evidenceRefusal = (evidence: readonly string[]): UnitEditionRefusal | undefined => {
  if (evidence.length > limits.EVIDENCE_FILES_MAX)
    return { reason: 'TOO_MANY_EVIDENCE_FILES', field: 'evidence', details: { max: limits.EVIDENCE_FILES_MAX } };
  if (evidence.some((hash) => !SHA256_FORM.test(hash)) || new Set(evidence).size !== evidence.length)
    return { reason: 'EVIDENCE_INVALID', field: 'evidence' };
  return undefined;
};

const milestonesRefusal = ({ milestones, dueOn }: Plan): UnitEditionRefusal | undefined => {
  if (milestones.length > limits.MILESTONES_MAX)
    return { reason: 'TOO_MANY_MILESTONES', field: 'milestones', details: { max: limits.MILESTONES_MAX } };
  if (new Set(milestones.map(({ milestoneId }) => milestoneId)).size !== milestones.length)
    return { reason: 'MILESTONE_REPEATED', field: 'milestones' };
  for (const [index, milestone] of milestones.entries()) {
    const refusal =
      textRefusal(milestone.title, {
        field: `milestones.${index}.title`,
        charactersMax: limits.TITLE_CHARACTERS_MAX,
        lines: 'one',
      }) ??
      (isLocalDate(milestone.dueOn)
        ? undefined
        : { reason: 'DATE_INVALID' as const, field: `milestones.${index}.dueOn` });
    if (refusal) return refusal;
    if (milestone.dueOn > dueOn) return { reason: 'MILESTONE_AFTER_DUE_DATE', field: `milestones.${index}.dueOn` };
  }
  return undefined;
};

export const planRefusal = (plan: Plan): UnitEditionRefusal | undefined =>
  firstRefusal<UnitEditionRefusal>(
    textRefusal(plan.title, { field: 'title', charactersMax: limits.TITLE_CHARACTERS_MAX, lines: 'one' }),
    textRefusal(plan.keyTask, { field: 'keyTask', charactersMax: limits.TITLE_CHARACTERS_MAX, lines: 'one' }),
    textRefusal(plan.measures, { field: 'measures', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }),
    isLocalDate(plan.dueOn) ? undefined : { reason: 'DATE_INVALID', field: 'dueOn' },
  ) ?? milestonesRefusal(plan);

/** Only the plan's own fields, for a fact. */
export const planOf = ({ leaderPersonId, title, keyTask, measures, dueOn, milestones }: Plan): Plan => ({
  leaderPersonId,
  title,
  keyTask,
  measures,
  dueOn,
  milestones: milestones.map((milestone) => ({
    milestoneId: milestone.milestoneId,
    title: milestone.title,
    dueOn: milestone.dueOn,
  })),
});

/** A reason or an explanation that a person wrote. */
export const whyRefusal = (why: string, field: string): UnitEditionRefusal | undefined =>
  textRefusal(why, { field, charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });

export const refOf = (
  order: Readonly<{ entryId: string; terms: EditionTerms }>,
): { entryId: string; editionId: string; unitId: string } => ({
  entryId: order.entryId,
  editionId: order.terms.editionId,
  unitId: order.terms.unitId,
});
