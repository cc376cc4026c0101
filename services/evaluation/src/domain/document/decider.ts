import { makeVersion, type Version, withdrawVersion, withoutVersion, withVersion } from '@jiangong/documents';
import type { Decider } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { REASON_CHARACTERS_MAX } from '../decision/limits.ts';
import type { DocumentFact, DocumentMade } from './facts.ts';
import { COPIES_CHARACTERS_MAX, DOCUMENT_VERSIONS_MAX } from './limits.ts';
import type { DocumentOrder, MakeDocument, WithdrawDocument, WithdrawWithDecision } from './orders.ts';
import type { DocumentRefusal } from './refusals.ts';
import { isWithdrawingReason } from './words.ts';

export type KeptDocument = Version & Pick<DocumentMade['data'], 'documentsId' | 'roundId' | 'decisionId' | 'copies'>;

export type DocumentsState = Readonly<{ documents: readonly KeptDocument[] }>;

type Decision = readonly DocumentFact[] | DocumentRefusal;

const kept = ({ data }: DocumentMade) => {
  const { documentsId, documentId, roundId, decisionId, sha256, copies } = data;
  return { id: documentId, documentsId, roundId, decisionId, sha256, copies, standing: 'stands' as const };
};

const evolve = ({ documents }: DocumentsState, fact: DocumentFact): DocumentsState => {
  switch (fact.type) {
    case 'DocumentMade.v1':
      return { documents: withVersion(documents, kept(fact)) };
    case 'DocumentWithdrawn.v1':
      return { documents: withoutVersion(documents, fact.data.documentId) };
  }
};

/** The same bytes of the same circular are the same document: made again, nothing has happened. */
const make = ({ documents }: DocumentsState, { document, by, now }: MakeDocument): Decision => {
  const making = makeVersion(
    documents,
    ({ sha256, decisionId }) => sha256 === document.sha256 && decisionId === document.decisionId,
    DOCUMENT_VERSIONS_MAX,
  );
  if (making.kind === 'nothing-new') return [];
  if (making.kind === 'too-many')
    return { reason: 'TOO_MANY_DOCUMENTS', field: 'kind', details: { max: DOCUMENT_VERSIONS_MAX } };
  const { copies } = document;
  const refusal =
    copies === ''
      ? undefined
      : textRefusal(copies, { field: 'copies', charactersMax: COPIES_CHARACTERS_MAX, lines: 'one' });
  if (refusal) return refusal;
  const made = { madeAt: now, madeBy: by.personId, role: by.role };
  return [{ type: 'DocumentMade.v1', data: { ...document, ...made, replaces: making.replaces } }];
};

const withdrawal = (
  { documentsId, id, roundId }: KeptDocument,
  { by, now }: WithdrawDocument | WithdrawWithDecision,
) => ({ documentsId, documentId: id, roundId, withdrawnAt: now, withdrawnBy: by.personId, role: by.role });

const withdraw = ({ documents }: DocumentsState, order: WithdrawDocument): Decision => {
  const { documentId, reason, why } = order;
  const meant = withdrawVersion(documents, documentId);
  if (meant.kind === 'unknown') return { reason: 'DOCUMENT_NOT_FOUND', field: 'documentId' };
  if (meant.kind === 'withdrawn-already') return { reason: 'DOCUMENT_WITHDRAWN', field: 'documentId' };
  if (!isWithdrawingReason(reason)) return { reason: 'DOCUMENT_REASON_UNKNOWN', field: 'reason' };
  const refusal = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  return [{ type: 'DocumentWithdrawn.v1', data: { ...withdrawal(meant.version, order), reason, prose: { why } } }];
};

const withdrawWithDecision = ({ documents }: DocumentsState, order: WithdrawWithDecision): Decision =>
  documents
    .filter(({ decisionId, standing }) => decisionId === order.decisionId && standing === 'stands')
    .map((document) => ({
      type: 'DocumentWithdrawn.v1',
      data: { ...withdrawal(document, order), reason: 'decision-annulled', prose: null },
    }));

/** The rule book over the documents of one kind and format made of one circular: versions of one another (libs/documents). */
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
