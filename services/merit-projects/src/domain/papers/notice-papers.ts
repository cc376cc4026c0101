import type { CommandRefusal, Decider, Fact, Refusal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import {
  type DocumentFormat,
  makeVersion,
  type Version,
  withdrawVersion,
  withoutVersion,
  withVersion,
} from '@jiangong/documents';
import { type TextReason, textRefusal } from '@jiangong/wording';
import type { By } from '../by.ts';
import * as limits from '../limits.ts';

/** What a notice is about: entries before they are scored, or those who are proposed for an honour. */
export const NOTICES_ABOUT = ['entries', 'proposed'] as const;
export type NoticesAbout = (typeof NOTICES_ABOUT)[number];

export const PAPER_REASONS = ['wrong-content', 'made-in-error', 'other'] as const;
export type PaperReason = (typeof PAPER_REASONS)[number];

type PaperIds = Readonly<{ papersId: string; paperId: string; editionId: string }>;

/** The notices that ran were put on paper, which is kept under its hash. The newest stands; `replaces`: the one that stood before. */
export type NoticePaperMade = Fact<
  'NoticePaperMade.v1',
  PaperIds &
    Readonly<{
      about: NoticesAbout;
      format: DocumentFormat;
      /** How many notices stand on it. */
      notices: number;
      sha256: string;
      bytes: number;
      /** The version of the shape it has. */
      template: string;
      replaces: string | null;
      madeAt: Instant;
      madeBy: string;
      role: string;
    }>
>;

/** It stands no longer; its file is kept. */
export type NoticePaperWithdrawn = Fact<
  'NoticePaperWithdrawn.v1',
  PaperIds &
    Readonly<{
      reason: PaperReason;
      withdrawnAt: Instant;
      withdrawnBy: string;
      role: string;
      prose: { why: string };
    }>
>;

export type NoticePaperFact = NoticePaperMade | NoticePaperWithdrawn;

export type MakeNoticePaper = Readonly<{
  type: 'MakeNoticePaper';
  now: Instant;
  by: By;
  paper: Omit<NoticePaperMade['data'], 'replaces' | 'madeAt' | 'madeBy' | 'role'>;
}>;
export type WithdrawNoticePaper = Readonly<{
  type: 'WithdrawNoticePaper';
  now: Instant;
  by: By;
  paperId: string;
  reason: string;
  why: string;
}>;
export type NoticePaperOrder = MakeNoticePaper | WithdrawNoticePaper;

export type NoticePaperReason =
  | TextReason
  | 'NOTICES_ABOUT_UNKNOWN'
  | 'PAPER_FORMAT_UNKNOWN'
  | 'NOTICE_NOT_RUNNING'
  | 'TOO_MANY_NOTICES'
  | 'DOCUMENTS_BUSY'
  | 'TOO_MANY_PAPERS'
  | 'PAPER_NOT_FOUND'
  | 'PAPER_WITHDRAWN'
  | 'PAPER_REASON_UNKNOWN';
export type NoticePaperRefusal = Refusal<NoticePaperReason> | CommandRefusal;

type Kept = Version & Omit<PaperIds, 'paperId'>;
export type NoticePapers = readonly Kept[];

const isReason = (reason: string): reason is PaperReason => (PAPER_REASONS as readonly string[]).includes(reason);

/** The same bytes as those that stand are the same paper: made again, nothing has happened. */
const make = (
  papers: NoticePapers,
  { paper, by, now }: MakeNoticePaper,
): readonly NoticePaperFact[] | NoticePaperRefusal => {
  const making = makeVersion(papers, ({ sha256 }) => sha256 === paper.sha256, limits.NOTICE_PAPERS_MAX);
  if (making.kind === 'nothing-new') return [];
  if (making.kind === 'too-many')
    return { reason: 'TOO_MANY_PAPERS', field: 'format', details: { max: limits.NOTICE_PAPERS_MAX } };
  const made = { madeAt: now, madeBy: by.personId, role: by.role };
  return [{ type: 'NoticePaperMade.v1', data: { ...paper, ...made, replaces: making.replaces } }];
};

const withdraw = (
  papers: NoticePapers,
  { paperId, reason, why, by, now }: WithdrawNoticePaper,
): readonly NoticePaperFact[] | NoticePaperRefusal => {
  const meant = withdrawVersion(papers, paperId);
  if (meant.kind === 'unknown') return { reason: 'PAPER_NOT_FOUND', field: 'paperId' };
  if (meant.kind === 'withdrawn-already') return { reason: 'PAPER_WITHDRAWN', field: 'paperId' };
  if (!isReason(reason)) return { reason: 'PAPER_REASON_UNKNOWN', field: 'reason' };
  const refusal = textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  const { papersId, editionId } = meant.version;
  const withdrawn = { withdrawnAt: now, withdrawnBy: by.personId, role: by.role };
  return [
    { type: 'NoticePaperWithdrawn.v1', data: { papersId, paperId, editionId, reason, ...withdrawn, prose: { why } } },
  ];
};

const evolve = (papers: NoticePapers, fact: NoticePaperFact): NoticePapers => {
  const { papersId, paperId, editionId } = fact.data;
  switch (fact.type) {
    case 'NoticePaperMade.v1':
      return withVersion(papers, { id: paperId, papersId, editionId, sha256: fact.data.sha256, standing: 'stands' });
    case 'NoticePaperWithdrawn.v1':
      return withoutVersion(papers, paperId);
  }
};

/** The rule book over the papers of one kind of notice and format of an edition: versions of one another (libs/documents). */
export const noticePapersDecider: Decider<NoticePapers, NoticePaperOrder, NoticePaperFact, NoticePaperRefusal> = {
  initial: [],
  evolve,
  decide: (papers, order) => (order.type === 'MakeNoticePaper' ? make(papers, order) : withdraw(papers, order)),
};
