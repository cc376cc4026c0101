import type { Fact } from '@jiangong/event-store';
import type { Why } from '../decision/taken-facts.ts';
import type { DocumentFormat, DocumentKind, WithdrawingReason } from './words.ts';

/** All documents of one kind and format that were made of one circular stand in one stream. */
export type DocumentsIds = Readonly<{ documentsId: string; documentId: string; roundId: string }>;

/** A document was made and is kept under its hash. The newest stands; `replaces`: the one that stood before. */
export type DocumentMade = Fact<
  'DocumentMade.v1',
  DocumentsIds &
    Readonly<{
      kind: DocumentKind;
      format: DocumentFormat;
      editionId: string;
      /** Whose circular it is made of. */
      decisionId: string;
      documentNumber: string;
      sha256: string;
      bytes: number;
      /** The version of the shape it has. */
      template: string;
      /** 抄送: organizations that get a copy; empty where there is none. */
      copies: string;
      replaces: string | null;
      madeAt: string;
      madeBy: string;
      role: string;
    }>
>;

/** It stands no longer; its file is kept. With its decision (`decision-annulled`), or because it was wrong. */
export type DocumentWithdrawn = Fact<
  'DocumentWithdrawn.v1',
  DocumentsIds &
    Readonly<{
      reason: WithdrawingReason | 'decision-annulled';
      withdrawnAt: string;
      withdrawnBy: string;
      role: string;
      prose: Why | null;
    }>
>;

export type DocumentFact = DocumentMade | DocumentWithdrawn;
