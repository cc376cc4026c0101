import { type HolidayTable, type Instant, isOpenAt } from '@jiangong/calendar';
import type { AskedNeeds } from '../needs/needs.ts';
import type { QuotaShare } from '../needs/shares.ts';
import { type Act, type AskedDocuments, type EditionTables, reviewsLists } from '../programme.ts';
import { admissionOf, type Edition, type EditionRoll, entranceOf, type LateEntry, type StageState } from './state.ts';

/** What the rules over a nominator's entries need of the edition: its tables and windows, and the nominator's own late entries. */
export type EditionTerms = Readonly<{
  editionId: string;
  committeeId: string;
  seriesId: string;
  year: number;
  nominatorId: string;
  kind: 'open' | 'closed' | 'abandoned';
  tables: EditionTables;
  documents: readonly AskedDocuments[];
  roll: EditionRoll | null;
  /** What is asked of whatever is put forward, and numbers in proportion to what a nominator has. */
  needs: readonly AskedNeeds[];
  shares: readonly QuotaShare[];
  stages: readonly StageState[];
  lateEntries: readonly LateEntry[];
  /** What the review looks at; empty: whatever the reviewer names. */
  reviewList: readonly string[];
  /** Working days as they are known when the order is given. */
  holidays: HolidayTable;
}>;

/** The terms of an edition for one nominator; undefined when there is no such edition. */
export const termsFor = (edition: Edition, nominatorId: string, holidays: HolidayTable): EditionTerms | undefined => {
  if (edition.kind === 'absent') return undefined;
  const { editionId, committeeId, seriesId, year, tables } = edition.terms;
  const lateEntries = edition.lateEntries.filter((entry) => entry.nominatorId === nominatorId);
  return {
    editionId,
    committeeId,
    seriesId,
    year,
    nominatorId,
    kind: edition.kind,
    tables,
    documents: edition.documents,
    roll: edition.roll,
    needs: edition.needs,
    shares: edition.shares,
    stages: edition.stages,
    lateEntries,
    reviewList: edition.reviewList,
    holidays,
  };
};

/** Open by the calendar, or for this nominator by a late entry. The calendar decides, not the scheduler's event: a late event opens nothing late. */
export const isActOpen = (terms: Pick<EditionTerms, 'stages' | 'lateEntries'>, act: Act, now: Instant): boolean =>
  terms.stages.some((stage) => stage.act === act && !reviewsLists(stage) && isOpenAt(stage, now)) ||
  terms.lateEntries.some((entry) => entry.act === act && entry.from <= now && now < entry.untilAt);

/** When entries enter: nothing is declared, reviewed or published for this edition from then on. Null: the template has no such stage. */
export const entersAt = ({ tables, stages }: Pick<EditionTerms, 'tables' | 'stages'>): Instant | null =>
  admissionOf(tables, stages)?.opensAt ?? null;

/** When candidates are voted upon: nobody is proposed from then on. */
export const votesAt = ({ stages }: Pick<EditionTerms, 'stages'>): Instant | null =>
  entranceOf(stages)?.opensAt ?? null;
