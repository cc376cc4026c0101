import type { PrintedDocument } from '@jiangong/documents';
import { TEMPLATE_VERSION } from '@jiangong/documents';
import { aggregateIdOf, sha256Hex } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import { circularDocument, type Issued } from '../domain/document/circular-document.ts';
import type { DocumentFact } from '../domain/document/facts.ts';
import { certificateBook, plaqueList } from '../domain/document/honour-documents.ts';
import type { DocumentRefusal } from '../domain/document/refusals.ts';
import { type DocumentFormat, type DocumentKind, isDocumentKind, isFormatOf } from '../domain/document/words.ts';
import type { Printing } from '@jiangong/documents';
import { documentsIdOf } from './decision-streams.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { sentBy } from './evaluation.ts';
import { issuedCircular } from './issued-circular.ts';
import { type Outcome, refusal } from './reasons.ts';
import { documentStream } from './streams.ts';

export type MakeDocumentRequest = Readonly<{
  roundId: string;
  kind: string;
  format: string;
  copies: string;
  checkAddress: string;
}>;

type Answer = Outcome<DocumentFact, DocumentRefusal>;
export type Made = Readonly<{ handled: Answer; documentId: string; sha256: string; content: Uint8Array }>;

const NOTHING = new Uint8Array();
const notMade = (handled: Answer): Made => ({ handled, documentId: '', sha256: '', content: NOTHING });

type Asked = Readonly<{ kind: DocumentKind; issued: Issued; request: MakeDocumentRequest }>;

const contentsOf = async (decisions: Decisions, { kind, issued, request }: Asked): Promise<PrintedDocument> => {
  if (kind === 'circular') return circularDocument(issued, request.copies);
  const withdrawn = await decisions.known.withdrawnHonours(issued.honours.map(({ honourId }) => honourId));
  const addressOf = (number: string): string => `${request.checkAddress}${number}`;
  const given = { issued, withdrawn, addressOf };
  return kind === 'certificates' ? certificateBook(given) : plaqueList(given);
};

const isEmpty = (document: PrintedDocument): boolean => {
  if (document.kind === 'official') return false;
  return document.kind === 'certificates' ? document.certificates.length === 0 : document.rows.length === 0;
};

/** What may be made of this round now; a refusal where nothing may. */
const asked = async (
  decisions: Decisions,
  request: MakeDocumentRequest,
): Promise<Readonly<{ kind: DocumentKind; format: DocumentFormat; issued: Issued }> | Answer> => {
  const { roundId, kind, format } = request;
  if (!isDocumentKind(kind)) return refusal('DOCUMENT_KIND_UNKNOWN', 'kind');
  if (!isFormatOf(kind, format)) return refusal('DOCUMENT_FORMAT_UNKNOWN', 'format');
  const found = await decisions.find(roundId);
  if (found.kind === 'absent') return refusal('ROUND_NOT_FOUND', 'roundId');
  if (found.kind === 'refused') return refusal('CIRCULAR_NOT_ISSUED', 'roundId');
  const { taken } = found.decidable;
  if (taken.kind !== 'commended') return refusal('CIRCULAR_NOT_ISSUED', 'roundId');
  const issued = await issuedCircular(decisions, found.stream, taken.decision.decisionId);
  return { kind, format, issued };
};

/** Made of the circular as it stands in the log, known by the hash of its bytes. Made again of the same, it is the same document. */
export const makeDocument =
  (decisions: Decisions, printing: Printing) =>
  async (request: MakeDocumentRequest, call: CallContext): Promise<Made> => {
    const { ground, handleDocuments } = decisions;
    const { roundId, kind, format, copies } = request;
    const about = await asked(decisions, request);
    if (!('issued' in about)) return notMade(about);
    const { issued } = about;
    // An honour that was withdrawn a moment ago gets no certificate any more.
    if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
    const contents = await contentsOf(decisions, { kind: about.kind, issued, request });
    if (isEmpty(contents)) return notMade(refusal('NOTHING_TO_PRINT', 'kind'));
    const content = await printing.print(contents, about.format);
    if (content === 'busy') return notMade(refusal('DOCUMENTS_BUSY', 'kind'));
    const sha256 = sha256Hex(content);
    const documentsId = documentsIdOf(roundId, kind, format);
    const stream = documentStream(documentsId);
    const { editionId, decisionId, documentNumber } = issued;
    const order = {
      type: 'MakeDocument',
      by: actorOf(call),
      now: call.now,
      document: {
        ...{ documentsId, documentId: aggregateIdOf(call.requestId, 'document'), roundId, editionId, decisionId },
        ...{ documentNumber, kind: about.kind, format: about.format, copies },
        ...{ sha256, bytes: content.byteLength, template: TEMPLATE_VERSION },
      },
    } as const;
    const handled = await handleDocuments({ stream, order, ...sentBy(call, 'MakeDocument', request) });
    const { state } = await handleDocuments.stateOf(stream);
    const made = state.documents.findLast((one) => one.sha256 === sha256);
    return { handled, documentId: made?.id ?? '', sha256, content };
  };
