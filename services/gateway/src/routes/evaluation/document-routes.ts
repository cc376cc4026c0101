import {
  DocumentServiceService,
  GetDocumentRequest,
  ListDocumentsRequest,
  WithdrawDocumentRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/document_service';
import { z } from 'zod';
import { personRef, roundRef } from '../naming/index.ts';
import { day, id, instant, sha256, word } from '../fields.ts';
import { listAnswer, listOf, listOut, sortedQuery, words } from '../lists.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { why } from './decision-shapes.ts';
import { present, roundParams, service, tags } from './shapes.ts';

const DOCUMENT_KINDS = ['circular', 'certificates', 'plaque-list'] as const;
const DOCUMENT_STANDINGS = ['stands', 'replaced', 'withdrawn'] as const;
const DOCUMENT_FACETS = ['kind', 'standing'] as const;

export const documentKind = word(DOCUMENT_KINDS);
export const documentFormat = word(['pdf', 'docx']);
export const documentParams = z.strictObject({ documentId: id() });

type DocumentOut = z.input<typeof document>;

const document = z
  .object({
    documentId: id(),
    roundId: roundRef(),
    kind: documentKind,
    format: documentFormat,
    documentNumber: z.string(),
    standing: word(DOCUMENT_STANDINGS),
    version: z.number().int().min(1).meta({
      description: '同一评审、种类和格式中的第几版，从 1 起 / Which one of those of its round, kind and format, from 1',
    }),
    currentId: id().nullable().meta({
      description:
        '现行的一份：本身，或替代它的；没有的为空 / The one of its round, kind and format that stands: itself, or what replaced it; null where none does',
    }),
    sha256: sha256(),
    bytes: z.number().int(),
    template: day().meta({ description: '其结构的版本 / The version of the shape it has' }),
    madeAt: instant(),
    madeBy: personRef(),
    reason: word(['wrong-content', 'made-in-error', 'other', 'decision-annulled']).nullable().meta({
      description: '撤销的原因；未撤销的为空 / Why it was withdrawn; null while it was not',
    }),
  })
  .meta({ id: 'Document' });

/** The service's words are the closed lists above: its own types hold them as texts. */
const documentOut = (given: object): DocumentOut => ({ ...given }) as DocumentOut;

export const documentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/documents',
    summary: { zh: '已生成的文书', en: 'Documents made of the circulars of a round or naming, newest first' },
    tags,
    params: roundParams,
    query: z.strictObject({
      ...sortedQuery(['made']),
      kind: words(DOCUMENT_KINDS).optional(),
      standing: words(DOCUMENT_STANDINGS).optional(),
    }),
    answer: listAnswer(document, DOCUMENT_FACETS),
    call: {
      service,
      rpc: DocumentServiceService.listDocuments,
      request: ({ params, query: { kind = '', standing = '', ...query } }) =>
        ListDocumentsRequest.fromPartial({ ...params, ...listOf(query), kind, standing }),
      respond: ({ documents, ...answer }) => listOut(documents.map(documentOut), answer, DOCUMENT_FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/documents/{documentId}',
    summary: { zh: '查看文书', en: 'See a document: what it is, whether it stands, its hash' },
    tags,
    params: documentParams,
    answer: document,
    call: {
      service,
      rpc: DocumentServiceService.getDocument,
      request: ({ params }) => GetDocumentRequest.fromPartial(params),
      respond: (response) => documentOut(present(response.document, 'a document')),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/documents/{documentId}/withdrawal',
    summary: { zh: '文书作废', en: 'Say that a document stands no longer; its file is kept' },
    tags,
    params: documentParams,
    body: z.strictObject({ reason: word(['wrong-content', 'made-in-error', 'other']), why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: DocumentServiceService.withdrawDocument,
      request: ({ params, body }) => WithdrawDocumentRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
