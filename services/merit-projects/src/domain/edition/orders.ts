import type { DayWindow, HolidayTable, Instant, LocalDate } from '@jiangong/calendar';
import type { By } from '../by.ts';
import type { AskedNeeds } from '../needs/needs.ts';
import type { QuotaShare } from '../needs/shares.ts';
import type { AskedDocuments, EditionTables, TemplateRoll } from '../programme.ts';
import type { EditionProposalAct, Parameters } from './facts.ts';

type Order<T extends string, D> = Readonly<{ type: T; now: Instant; by: By } & D>;

export type StageDays = DayWindow & Readonly<{ stageId: string }>;

/** `tables` and `stages` come from the adopted template: compiled with the parameters, default days where none are given. */
export type OpenEdition = Order<
  'OpenEdition',
  {
    editionId: string;
    seriesId: string;
    year: number;
    ordinal: number;
    committeeId: string;
    titleZh: string;
    titleEn: string;
    templateHash: string;
    templateId: string;
    parameters: Parameters;
    tables: EditionTables;
    documents: readonly AskedDocuments[];
    roll: TemplateRoll | null;
    needs: readonly AskedNeeds[];
    shares: readonly QuotaShare[];
    stages: readonly StageDays[];
    holidays: HolidayTable;
  }
>;
export type AmendEdition = Order<
  'AmendEdition',
  {
    titleZh: string;
    titleEn: string;
    parameters: Parameters;
    tables: EditionTables;
    needs: readonly AskedNeeds[];
    shares: readonly QuotaShare[];
    effectiveOn: LocalDate;
    why: string;
    holidays: HolidayTable;
  }
>;
export type RescheduleStage = Order<'RescheduleStage', StageDays & { why: string; holidays: HolidayTable }>;
/** From the scheduler, when the stage's first instant has come. `entered`: see the fact. */
export type OpenStage = Order<'OpenStage', { stageId: string; entered: number | null }>;
/** From the scheduler, when the first instant after the stage has come. */
export type CloseStage = Order<'CloseStage', { stageId: string }>;
/** `proposalId` is asked for where scores or honours are touched. */
export type ReopenStage = Order<
  'ReopenStage',
  { stageId: string; closesOn: LocalDate; why: string; proposalId: string | null }
>;
export type AllowLateEntry = Order<
  'AllowLateEntry',
  { nominatorId: string; stageId: string; until: LocalDate; why: string }
>;
/** The opposite of `AllowLateEntry`: all that still runs for this nominator in this stage ends now. */
export type EndLateEntry = Order<'EndLateEntry', { nominatorId: string; stageId: string; why: string }>;
/** The review's check-list, until the review opens. */
export type SetReviewList = Order<'SetReviewList', { items: readonly string[] }>;
/** The first of two persons. `stageId` and `closesOn` are for `ReopenStage` only. */
export type ProposeEditionAct = Order<
  'ProposeAct',
  { proposalId: string; act: EditionProposalAct; stageId: string; closesOn: string; why: string }
>;
export type RejectEditionProposal = Order<'RejectProposal', { proposalId: string; why: string }>;
export type CloseEdition = Order<'CloseEdition', unknown>;
/** `honoursStand`: whether an honour of one of its circulars is held still, as far as evaluation has told. */
export type AbandonEdition = Order<'AbandonEdition', { proposalId: string; why: string; honoursStand: boolean }>;

export type EditionOrder =
  | OpenEdition
  | AmendEdition
  | RescheduleStage
  | OpenStage
  | CloseStage
  | ReopenStage
  | AllowLateEntry
  | EndLateEntry
  | SetReviewList
  | ProposeEditionAct
  | RejectEditionProposal
  | CloseEdition
  | AbandonEdition;
