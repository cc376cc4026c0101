import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, evidenceRefusal, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { CompleteMilestone, FeatureEntry, ReportProgress } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import type { Entry } from './state.ts';

const underwayRefusal = (
  entry: Entry,
  order: CompleteMilestone | ReportProgress | FeatureEntry,
): UnitEditionRefusal | undefined =>
  (entry.standing.kind === 'planned' ? { reason: 'ENTRY_NOT_CONFIRMED' as const, field: 'entryId' } : undefined) ??
  standingRefusal(entry, ['underway'], 'ENTRY_NOT_UNDERWAY') ??
  stageRefusal(order, 'delivery');

export const completeMilestone = (entry: Entry, order: CompleteMilestone): Decision => {
  const { milestoneId, completedOn, evidence } = order;
  const refusal = underwayRefusal(entry, order);
  if (refusal) return refusal;
  if (!entry.milestones.some((milestone) => milestone.milestoneId === milestoneId))
    return { reason: 'MILESTONE_NOT_FOUND', field: 'milestoneId' };
  if (entry.completedMilestones.includes(milestoneId))
    return { reason: 'MILESTONE_ALREADY_COMPLETED', field: 'milestoneId' };
  if (!isLocalDate(completedOn)) return { reason: 'DATE_INVALID', field: 'completedOn' };
  if (completedOn > localDateOf(order.now)) return { reason: 'DATE_IN_THE_FUTURE', field: 'completedOn' };
  const evidenceFault = evidenceRefusal(evidence);
  if (evidenceFault) return evidenceFault;
  return [
    { type: 'MilestoneCompleted.v1', data: { ...refOf(order), milestoneId, completedOn, evidence: [...evidence] } },
  ];
};

export const reportProgress = (entry: Entry, order: ReportProgress): Decision => {
  const refusal = firstRefusal<UnitEditionRefusal>(
    underwayRefusal(entry, order),
    textRefusal(order.report, { field: 'report', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }),
    evidenceRefusal(order.evidence),
  );
  if (refusal) return refusal;
  if (entry.reports >= limits.REPORTS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_REPORTS', details: { max: limits.REPORTS_PER_ENTRY_MAX } };
  return [
    {
      type: 'EntryProgressed.v1',
      data: { ...refOf(order), reportId: order.reportId, report: order.report, evidence: [...order.evidence] },
    },
  ];
};

const isWebLink = (link: string): boolean => {
  if (!/^https?:\/\//.test(link) || !URL.canParse(link)) return false;
  const { username, password } = new URL(link);
  return username === '' && password === '';
};

/** The committee features an entry in its publicity, once. */
export const featureEntry = (entry: Entry, order: FeatureEntry): Decision => {
  const { note, link } = order;
  const refusal = firstRefusal<UnitEditionRefusal>(
    underwayRefusal(entry, order),
    entry.featured ? { reason: 'ALREADY_FEATURED', field: 'entryId' } : undefined,
    whyRefusal(note, 'note'),
    link === null
      ? undefined
      : textRefusal(link, { field: 'link', charactersMax: limits.LINK_CHARACTERS_MAX, lines: 'one' }),
    link === null || isWebLink(link) ? undefined : { reason: 'LINK_INVALID', field: 'link' },
  );
  if (refusal) return refusal;
  return [{ type: 'EntryFeatured.v1', data: { ...refOf(order), note, link } }];
};
