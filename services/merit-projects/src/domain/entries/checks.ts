import { type Instant, isLocalDate } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '@jiangong/wording';
import { isActOpen, type EditionTerms } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import { type Act, hasAct, hasEntriesNotice, reviewsLists } from '../programme.ts';
import type { EntriesFact, Plan } from './facts.ts';
import type { EntryRef } from './about.ts';
import type { EntriesReason, EntriesRefusal } from './refusals.ts';
import type { Objection } from './objection-state.ts';
import type { Entry, StandingKind } from './state.ts';

export type Decision = readonly EntriesFact[] | EntriesRefusal;

const SHA256_FORM = /^[0-9a-f]{64}$/;

/** The acts in which a declaration is looked at: what was returned comes back while clearance or notice run already. */
export const REVIEWING: readonly Act[] = ['review', 'clear', 'notice'];

/** None of the acts is open for this nominator. Acts that the template does not have ask for nothing. */
export const stageRefusal = (
  { terms, now }: Readonly<{ terms: EditionTerms; now: Instant }>,
  ...acts: readonly Act[]
): EntriesRefusal | undefined => {
  const stages = terms.stages.filter((stage) => acts.includes(stage.act) && !reviewsLists(stage));
  const [first] = stages;
  if (!first || acts.some((act) => isActOpen(terms, act, now))) return undefined;
  const { stageId, opensAt, closesAt } = first;
  return { reason: 'STAGE_NOT_OPEN', details: { stage: stageId, opensAt, closesAt } };
};

const CLOSED: readonly StandingKind[] = ['rejected', 'blocked', 'removed', 'withdrawn', 'missed'];

/** The entry stands elsewhere than the order needs. What has ended for good says so. */
export const standingRefusal = (
  entry: Entry,
  allowed: readonly StandingKind[],
  reason: EntriesReason,
): EntriesRefusal | undefined => {
  const { kind } = entry.standing;
  if (allowed.includes(kind)) return undefined;
  if (CLOSED.includes(kind)) return { reason: 'ENTRY_CLOSED', field: 'entryId', details: { standing: kind } };
  if (kind === 'in-evaluation') return { reason: 'ENTRY_IN_EVALUATION', field: 'entryId', details: { standing: kind } };
  return { reason, field: 'entryId', details: { standing: kind } };
};

/** Whether the entry has entered, also where a block has taken it out again. */
export const hasEntered = ({ standing }: Entry): boolean =>
  standing.kind === 'in-evaluation' || (standing.kind === 'blocked' && standing.before.kind === 'in-evaluation');

type OfTemplate = Pick<EditionTerms, 'tables'>;

/** Where a declaration stands when discipline inspection may be asked about it. */
export const readyForClearance = ({ tables }: OfTemplate): StandingKind =>
  hasAct(tables, 'review') ? 'reviewed' : 'declared';

/** Where it stands when it may be published, or enter where the template has no notice of entries. */
export const readyForNotice = (terms: OfTemplate): StandingKind =>
  hasAct(terms.tables, 'clear') ? 'cleared' : readyForClearance(terms);

export const readyToEnter = (terms: OfTemplate): StandingKind =>
  hasEntriesNotice(terms.tables) ? 'published' : readyForNotice(terms);

export const evidenceRefusal = (
  evidence: readonly string[],
):
  | Readonly<{ reason: 'TOO_MANY_EVIDENCE_FILES' | 'EVIDENCE_INVALID'; field: string; details?: { max: number } }>
  | undefined => {
  if (evidence.length > limits.EVIDENCE_FILES_MAX)
    return { reason: 'TOO_MANY_EVIDENCE_FILES', field: 'evidence', details: { max: limits.EVIDENCE_FILES_MAX } };
  if (evidence.some((hash) => !SHA256_FORM.test(hash)) || new Set(evidence).size !== evidence.length)
    return { reason: 'EVIDENCE_INVALID', field: 'evidence' };
  return undefined;
};

const title = (field: string) => ({ field, charactersMax: limits.TITLE_CHARACTERS_MAX, lines: 'one' }) as const;

export const titleRefusal = (text: string, field = 'title'): EntriesRefusal | undefined =>
  textRefusal(text, title(field));

/** Several lines of a person's own words. */
export const proseRefusal = (text: string, field: string): EntriesRefusal | undefined =>
  textRefusal(text, { field, charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' });

/** A reason or an explanation that a person wrote. */
export const whyRefusal = (why: string, field = 'why'): EntriesRefusal | undefined =>
  textRefusal(why, { field, charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });

export const answerableRefusal = (answerable: readonly string[]): EntriesRefusal | undefined => {
  if (answerable.length === 0) return { reason: 'ANSWERABLE_MISSING', field: 'answerable' };
  return answerable.length > limits.ANSWERABLE_MAX || new Set(answerable).size !== answerable.length
    ? { reason: 'TOO_MANY_ANSWERABLE', field: 'answerable', details: { max: limits.ANSWERABLE_MAX } }
    : undefined;
};

const milestonesRefusal = ({ milestones, dueOn }: Plan): EntriesRefusal | undefined => {
  if (milestones.length > limits.MILESTONES_MAX)
    return { reason: 'TOO_MANY_MILESTONES', field: 'milestones', details: { max: limits.MILESTONES_MAX } };
  if (new Set(milestones.map(({ milestoneId }) => milestoneId)).size !== milestones.length)
    return { reason: 'MILESTONE_REPEATED', field: 'milestones' };
  for (const [index, milestone] of milestones.entries()) {
    const field = `milestones[${index}].dueOn`;
    const refusal =
      titleRefusal(milestone.title, `milestones[${index}].title`) ??
      (isLocalDate(milestone.dueOn) ? undefined : { reason: 'DATE_INVALID' as const, field });
    if (refusal) return refusal;
    if (milestone.dueOn > dueOn) return { reason: 'MILESTONE_AFTER_DUE_DATE', field };
  }
  return undefined;
};

type Planned = Plan & Readonly<{ measures: string; answerable: readonly string[] }>;

export const planRefusal = (plan: Planned): EntriesRefusal | undefined =>
  firstRefusal<EntriesRefusal>(
    titleRefusal(plan.title),
    titleRefusal(plan.keyTask, 'keyTask'),
    proseRefusal(plan.measures, 'measures'),
    isLocalDate(plan.dueOn) ? undefined : { reason: 'DATE_INVALID', field: 'dueOn' },
    answerableRefusal(plan.answerable),
  ) ?? milestonesRefusal(plan);

/** Only the plan's own fields, for a fact. */
export const planOf = ({ title: named, keyTask, dueOn, milestones }: Plan): Plan => ({
  title: named,
  keyTask,
  dueOn,
  milestones: milestones.map(({ milestoneId, title: each, dueOn: due }) => ({ milestoneId, title: each, dueOn: due })),
});

/** The head of the next fact about an entry; of a second one in the same decision, `ahead` is 1. */
export const refOf = (
  order: Readonly<{ entryId: string; terms: EditionTerms }>,
  entry: Entry | undefined,
  ahead = 0,
): EntryRef => ({
  entryId: order.entryId,
  editionId: order.terms.editionId,
  nominatorId: order.terms.nominatorId,
  entryRevision: (entry?.revision ?? 0) + 1 + ahead,
});

/** There is no answer to take back, or it was taken back too often. Asked when it is proposed, too. */
export const reopeningRefusal = ({ state, reopenings }: Objection): EntriesRefusal | undefined => {
  if (state === 'open') return { reason: 'OBJECTION_NOT_SETTLED', field: 'objectionId' };
  const { OBJECTION_REOPENINGS_MAX: max } = limits;
  return reopenings >= max
    ? { reason: 'OBJECTION_REOPENED_TOO_OFTEN', field: 'objectionId', details: { max } }
    : undefined;
};
