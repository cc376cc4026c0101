import type { Decider } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { REASON_CHARACTERS_MAX } from '../decision/limits.ts';
import type { DocumentFact, DocumentMade } from './facts.ts';
import { COPIES_CHARACTERS_MAX, DOCUMENT_VERSIONS_MAX } from './limits.ts';
import type { DocumentOrder, MakeDocument, WithdrawDocument, WithdrawWithDecision } from './orders.ts';
import type { DocumentRefusal } from './refusals.ts';
import { isWithdrawingReason } from './words.ts';

export type DocumentStanding = 'stands' | 'replaced' | 'withdrawn';
export type KeptDocument = Pick<
  DocumentMade['data'],
  'documentsId' | 'documentId' | 'roundId' | 'decisionId' | 'sha256' | 'copies'
> &
  Readonly<{ standing: DocumentStanding }>;

export type DocumentsState = Readonly<{ documents: readonly KeptDocument[] }>;

type Decision = readonly DocumentFact[] | DocumentRefusal;

const kept = ({ data }: DocumentMade): KeptDocument => {
  const { documentsId, documentId, roundId, decisionId, sha256, copies } = data;
  return { documentsId, documentId, roundId, decisionId, sha256, copies, standing: 'stands' };
};

const evolve = ({ documents }: DocumentsState, fact: DocumentFact): DocumentsState => {
  switch (fact.type) {
    case 'DocumentMade.v1': {
      const before = documents.map((one) =>
        one.standing === 'stands' ? { ...one, standing: 'replaced' as const } : one,
      );
      return { documents: [...before, kept(fact)] };
    }
    case 'DocumentWithdrawn.v1': {
      const { documentId } = fact.data;
      return {
        documents: documents.map((one) => (one.documentId === documentId ? { ...one, standing: 'withdrawn' } : one)),
      };
    }
  }
};

const standingOf = ({ documents }: DocumentsState): KeptDocument | undefined =>
  documents.find(({ standing }) => standing === 'stands');

/** The same bytes of the same circular are the same document: made again, nothing has happened. */
const make = (state: DocumentsState, { document, by, now }: MakeDocument): Decision => {
  const standing = standingOf(state);
  if (standing?.sha256 === document.sha256 && standing.decisionId === document.decisionId) return [];
  if (state.documents.length >= DOCUMENT_VERSIONS_MAX)
    return { reason: 'TOO_MANY_DOCUMENTS', field: 'kind', details: { max: DOCUMENT_VERSIONS_MAX } };
  const { copies } = document;
  const refusal =
    copies === ''
      ? undefined
      : textRefusal(copies, { field: 'copies', charactersMax: COPIES_CHARACTERS_MAX, lines: 'one' });
  if (refusal) return refusal;
  const made = { madeAt: now, madeBy: by.personId, role: by.role };
  const replaces = standing?.documentId ?? null;
  return [{ type: 'DocumentMade.v1', data: { ...document, ...made, replaces } }];
};

const withdrawal = (
  { documentsId, documentId, roundId }: KeptDocument,
  { by, now }: WithdrawDocument | WithdrawWithDecision,
) => ({ documentsId, documentId, roundId, withdrawnAt: now, withdrawnBy: by.personId, role: by.role });

const withdraw = ({ documents }: DocumentsState, order: WithdrawDocument): Decision => {
  const { documentId, reason, why } = order;
  const document = documents.find((one) => one.documentId === documentId);
  if (document === undefined) return { reason: 'DOCUMENT_NOT_FOUND', field: 'documentId' };
  if (document.standing === 'withdrawn') return { reason: 'DOCUMENT_WITHDRAWN', field: 'documentId' };
  if (!isWithdrawingReason(reason)) return { reason: 'DOCUMENT_REASON_UNKNOWN', field: 'reason' };
  const refusal = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  return [{ type: 'DocumentWithdrawn.v1', data: { ...withdrawal(document, order), reason, prose: { why } } }];
};

const withdrawWithDecision = ({ documents }: DocumentsState, order: WithdrawWithDecision): Decision =>
  documents
    .filter(({ decisionId, standing }) => decisionId === order.decisionId && standing === 'stands')
    .map((document) => ({
      type: 'DocumentWithdrawn.v1',
      data: { ...withdrawal(document, order), reason: 'decision-annulled', prose: null },
    }));

/** The rule book over the documents of one kind and format made of one circular: the newest stands, each is kept, none is changed. */
export const documentsDecider: Decider<DocumentsState, DocumentOrder, DocumentFact, DocumentRefusal> = {
  initial: { documents: [] },
  evolve,
  decide: (state, order) => {
    switch (order.type) {
      case 'MakeDocument':
        return make(state, order);
      case 'WithdrawDocument':
        return withdraw(state, order);
      case 'WithdrawWithDecision':
        return withdrawWithDecision(state, order);
    }
  },
};
