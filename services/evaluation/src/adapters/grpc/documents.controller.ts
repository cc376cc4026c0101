import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/document_service';
import { listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Printing } from '@jiangong/documents';
import type { Decisions } from '../../application/decisions.ts';
import { makeDocument } from '../../application/make-document.ts';
import { withdrawDocument } from '../../application/withdraw-documents.ts';
import { DOCUMENT_SORTS, documentById, documentsOf } from '../postgres/document-projection.ts';
import { DECISIONS, PRINTING } from './decisions-token.ts';

const SERVICE = 'DocumentService';

const documentLists = listsOf('ListDocuments', DOCUMENT_SORTS);

/** Documents made of circulars: by hash, kept elsewhere. */
@Controller()
export class DocumentsController {
  private readonly decisions: Decisions;
  private readonly printing: Printing;

  constructor(@Inject(DECISIONS) decisions: Decisions, @Inject(PRINTING) printing: Printing) {
    this.decisions = decisions;
    this.printing = printing;
  }

  @GrpcMethod(SERVICE, 'MakeDocument')
  async makeDocument(request: rpc.MakeDocumentRequest, metadata: Metadata): Promise<rpc.MakeDocumentResponse> {
    const made = await makeDocument(this.decisions, this.printing)(request, callOf(metadata));
    const receipt = receiptOf(made.handled);
    return { receipt, documentId: made.documentId, sha256: made.sha256, content: Buffer.from(made.content) };
  }

  @GrpcMethod(SERVICE, 'WithdrawDocument')
  async withdrawDocument(
    request: rpc.WithdrawDocumentRequest,
    metadata: Metadata,
  ): Promise<rpc.WithdrawDocumentResponse> {
    return { receipt: receiptOf(await withdrawDocument(this.decisions)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListDocuments')
  async listDocuments(request: rpc.ListDocumentsRequest): Promise<rpc.ListDocumentsResponse> {
    const asked = documentLists.asked({ ...request, q: '' });
    const found = await documentsOf(this.decisions.ground.rows, {
      ...{ ...asked, roundId: request.roundId },
      kinds: wordsOf(request.kind, 'kind'),
      standings: wordsOf(request.standing, 'standing'),
    });
    const { page, nextPageToken, counts } = documentLists.told(found, asked);
    return { documents: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetDocument')
  async getDocument({ documentId }: rpc.GetDocumentRequest): Promise<rpc.GetDocumentResponse> {
    const document = await documentById(this.decisions.ground.rows, documentId);
    if (document === undefined) throw refused({ reason: 'DOCUMENT_NOT_FOUND', field: 'documentId' });
    return { document };
  }
}
