import type { CommandRefusal, Decider, Fact, Refusal } from '@jiangong/event-store';
import { type Instant, isLocalDate, type LocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal, type TextReason, textRefusal } from '@jiangong/wording';
import { type By, ownPartRefusal, partyRefusal } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import { evidenceRefusal, stageRefusal, standingRefusal, whyRefusal } from '../entries/checks.ts';
import type { EvidenceHash } from '../entries/about.ts';
import type { EntriesReason } from '../entries/refusals.ts';
import type { Entry } from '../entries/state.ts';
import { TAKING_PART } from '../entries/taking-part.ts';
import * as limits from '../limits.ts';
import { hasAct } from '../programme.ts';

type About<T extends string, D> = Fact<
  T,
  Readonly<{ entryId: string; editionId: string; nominatorId: string }> & Readonly<D>
>;

export type MilestoneCompleted = About<
  'MilestoneCompleted.v1',
  { milestoneId: string; effectiveOn: LocalDate; evidence: readonly EvidenceHash[] }
>;
export type ProgressReported = About<
  'ProgressReported.v1',
  { reportId: string; evidence: readonly EvidenceHash[]; prose: { report: string } }
>;
export type EntryFeatured = About<'EntryFeatured.v1', { link: string | null; prose: { note: string } }>;
/** It was not reached after all. What was declared meanwhile took the dossier's end of its day along. */
export type MilestoneReopened = About<'MilestoneReopened.v1', { milestoneId: string; prose: { why: string } }>;
export type FeaturingEnded = About<'FeaturingEnded.v1', { prose: { why: string } }>;
export type DossierFact = MilestoneCompleted | MilestoneReopened | ProgressReported | EntryFeatured | FeaturingEnded;

/** `entry`: as the nominator's stream said when the order was loaded; undefined: there is none. */
type Order<T extends string, D> = Readonly<
  { type: T; now: Instant; by: By; terms: EditionTerms; entryId: string; entry: Entry | undefined } & D
>;
export type CompleteMilestone = Order<
  'CompleteMilestone',
  { milestoneId: string; effectiveOn: LocalDate; evidence: readonly EvidenceHash[] }
>;
export type ReportProgress = Order<
  'ReportProgress',
  { reportId: string; report: string; evidence: readonly EvidenceHash[] }
>;
export type FeatureEntry = Order<'FeatureEntry', { note: string; link: string | null }>;
export type ReopenMilestone = Order<'ReopenMilestone', { milestoneId: string; why: string }>;
export type EndFeaturing = Order<'EndFeaturing', { why: string }>;
export type DossierOrder = CompleteMilestone | ReopenMilestone | ReportProgress | FeatureEntry | EndFeaturing;

export type DossierReason =
  | TextReason
  | EntriesReason
  | 'ENTRY_NOT_UNDERWAY'
  | 'MILESTONE_NOT_FOUND'
  | 'MILESTONE_ALREADY_COMPLETED'
  | 'MILESTONE_NOT_COMPLETED'
  | 'DATE_IN_THE_FUTURE'
  | 'TOO_MANY_REPORTS'
  | 'ALREADY_FEATURED'
  | 'NOT_FEATURED'
  | 'LINK_INVALID';
export type DossierRefusal = Refusal<DossierReason> | CommandRefusal;

export type Dossier = Readonly<{ completed: readonly string[]; reports: number; featured: boolean }>;

type Decision = readonly DossierFact[] | DossierRefusal;

/** The entry that the order is about, while its edition is open. */
const inOpenEdition = ({ entry, terms }: DossierOrder): Entry | DossierRefusal => {
  if (!entry) return { reason: 'ENTRY_NOT_FOUND', field: 'entryId' };
  if (terms.kind !== 'open') return { reason: terms.kind === 'closed' ? 'EDITION_CLOSED' : 'EDITION_ABANDONED' };
  return entry;
};

/** The entry that the order is about, if it is underway and this is the time and the caller's part. */
const underway = (order: DossierOrder): Entry | DossierRefusal => {
  const { terms, by, type } = order;
  const entry = inOpenEdition(order);
  if ('reason' in entry) return entry;
  // Nobody declares from under way what stands on a roll: it delivers when its stage is open, before it is judged and after.
  if (entry.isListed && hasAct(terms.tables, 'deliver'))
    return (
      standingRefusal(entry, TAKING_PART, 'ENTRY_CLOSED') ??
      ownPartRefusal(terms, by, entry, 'deliver') ??
      stageRefusal(order, 'deliver') ??
      entry
    );
  // Who only answers for it, and holds no office, reports nothing on it.
  if (by.role === '') return { reason: 'NOT_THIS_PARTY', details: { act: 'deliver', role: by.role } };
  if (entry.standing.kind === 'planned') return { reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' };
  if (entry.standing.kind !== 'underway')
    return (
      standingRefusal(entry, ['underway'], 'ALREADY_DECLARED') ?? { reason: 'ENTRY_NOT_UNDERWAY', field: 'entryId' }
    );
  const party = type === 'FeatureEntry' ? undefined : partyRefusal(terms, by, 'deliver');
  return party ?? stageRefusal(order, 'deliver') ?? entry;
};

const refOf = ({ entryId, terms: { editionId, nominatorId } }: DossierOrder) => ({ entryId, editionId, nominatorId });

const complete = (state: Dossier, entry: Entry, order: CompleteMilestone): Decision => {
  const { milestoneId, effectiveOn, evidence, now } = order;
  if (!entry.milestones.some((milestone) => milestone.milestoneId === milestoneId))
    return { reason: 'MILESTONE_NOT_FOUND', field: 'milestoneId' };
  if (state.completed.includes(milestoneId)) return { reason: 'MILESTONE_ALREADY_COMPLETED', field: 'milestoneId' };
  if (!isLocalDate(effectiveOn)) return { reason: 'DATE_INVALID', field: 'effectiveOn' };
  if (effectiveOn > localDateOf(now)) return { reason: 'DATE_IN_THE_FUTURE', field: 'effectiveOn' };
  const refusal = evidenceRefusal(evidence);
  if (refusal) return refusal;
  const data = { ...refOf(order), milestoneId, effectiveOn, evidence: [...evidence] };
  return [{ type: 'MilestoneCompleted.v1', data }];
};

const reopen = (state: Dossier, order: ReopenMilestone): Decision => {
  const { milestoneId, why } = order;
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  if (!state.completed.includes(milestoneId)) return { reason: 'MILESTONE_NOT_COMPLETED', field: 'milestoneId' };
  return [{ type: 'MilestoneReopened.v1', data: { ...refOf(order), milestoneId, prose: { why } } }];
};

const report = (state: Dossier, order: ReportProgress): Decision => {
  const refusal = firstRefusal<DossierRefusal>(
    textRefusal(order.report, { field: 'report', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }),
    evidenceRefusal(order.evidence),
  );
  if (refusal) return refusal;
  if (state.reports >= limits.REPORTS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_REPORTS', details: { max: limits.REPORTS_PER_ENTRY_MAX } };
  const { reportId, evidence } = order;
  const prose = { report: order.report };
  return [{ type: 'ProgressReported.v1', data: { ...refOf(order), reportId, evidence: [...evidence], prose } }];
};

const isWebLink = (link: string): boolean => {
  if (!/^https?:\/\//.test(link) || !URL.canParse(link)) return false;
  const { username, password } = new URL(link);
  return username === '' && password === '';
};

/** The committee features an entry in its publicity, once. */
const feature = (state: Dossier, order: FeatureEntry): Decision => {
  const { note, link } = order;
  const refusal = firstRefusal<DossierRefusal>(
    state.featured ? { reason: 'ALREADY_FEATURED', field: 'entryId' } : undefined,
    whyRefusal(note, 'note'),
    link === null
      ? undefined
      : textRefusal(link, { field: 'link', charactersMax: limits.LINK_CHARACTERS_MAX, lines: 'one' }),
    link === null || isWebLink(link) ? undefined : { reason: 'LINK_INVALID', field: 'link' },
  );
  return refusal ?? [{ type: 'EntryFeatured.v1', data: { ...refOf(order), link, prose: { note } } }];
};

/** Publicity is taken down whenever it turns out wrong, wherever the entry stands by then. */
const endFeaturing = (state: Dossier, order: EndFeaturing): Decision => {
  const entry = inOpenEdition(order);
  if ('reason' in entry) return entry;
  const refusal = whyRefusal(order.why);
  if (refusal) return refusal;
  if (!state.featured) return { reason: 'NOT_FEATURED', field: 'entryId' };
  return [{ type: 'FeaturingEnded.v1', data: { ...refOf(order), prose: { why: order.why } } }];
};

const decide = (state: Dossier, order: DossierOrder): Decision => {
  if (order.type === 'EndFeaturing') return endFeaturing(state, order);
  const entry = underway(order);
  if ('reason' in entry) return entry;
  switch (order.type) {
    case 'CompleteMilestone':
      return complete(state, entry, order);
    case 'ReopenMilestone':
      return reopen(state, order);
    case 'ReportProgress':
      return report(state, order);
    case 'FeatureEntry':
      return feature(state, order);
  }
};

const evolve = (state: Dossier, fact: DossierFact): Dossier => {
  switch (fact.type) {
    case 'MilestoneCompleted.v1':
      return { ...state, completed: [...state.completed, fact.data.milestoneId] };
    case 'MilestoneReopened.v1':
      return { ...state, completed: state.completed.filter((id) => id !== fact.data.milestoneId) };
    case 'ProgressReported.v1':
      return { ...state, reports: state.reports + 1 };
    case 'EntryFeatured.v1':
      return { ...state, featured: true };
    case 'FeaturingEnded.v1':
      return { ...state, featured: false };
  }
};

/**
 * The rules over one entry's dossier (stream `merit-projects.dossier-<entry>`): the long part of its life, outside the quota's stream, so
 * that no order of a unit reads what a hundred reports have written. Closed when the entry is declared.
 */
export const dossierDecider: Decider<Dossier, DossierOrder, DossierFact, DossierRefusal> = {
  initial: { completed: [], reports: 0, featured: false },
  evolve,
  decide,
};
