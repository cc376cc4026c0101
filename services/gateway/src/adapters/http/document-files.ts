import {
  DocumentServiceService,
  GetDocumentRequest,
  MakeDocumentRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/document_service';
import type { EvidenceStore } from '@jiangong/evidence';
import { z } from 'zod';
import { documentFormat, documentKind, documentParams } from '../../routes/evaluation/document-routes.ts';
import { present, roundParams } from '../../routes/evaluation/shapes.ts';
import { id, optionalLine, sha256 } from '../../routes/fields.ts';
import { receipt, receiptOut } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { keepDocument, keptFileRoute } from './kept-document.ts';
import type { LocalContext } from './register-routes.ts';

export type DocumentFileParts = Readonly<{ evidence: EvidenceStore; publicUrl: string }>;

const COPIES_CHARS_MAX = 300;
const tags = ['evaluation'];

/** What a document is called when it is saved, behind the circular's number. */
const NAMES: Readonly<Record<string, string>> = {
  circular: '表彰通报',
  certificates: '荣誉证书',
  'plaque-list': '奖牌制作名单',
};

/** Making a document, and its file: the bytes pass through here and stand in the evidence store under their hash. */
export const documentFileRoutes = ({ evidence, publicUrl }: DocumentFileParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'POST',
    path: '/v1/rounds/{roundId}/documents',
    founds: true,
    status: 201,
    summary: {
      zh: '生成文书：通报、荣誉证书、奖牌制作名单',
      en: 'Make a document of the circular: itself, the certificates, the list of plaques. The same contents are the same document',
    },
    tags,
    params: roundParams,
    body: z.strictObject({
      kind: documentKind,
      format: documentFormat,
      copies: optionalLine(COPIES_CHARS_MAX)
        .optional()
        .meta({ description: '抄送单位 / Organizations that get a copy of a circular' }),
    }),
    answer: z.object({ documentId: id(), sha256: sha256(), receipt }).meta({ id: 'DocumentMade' }),
    handle: async ({ params, body }, _context: LocalContext, outlet) => {
      const checkAddress = `${publicUrl}/verify/`;
      const request = MakeDocumentRequest.fromPartial({ ...params, ...body, copies: body.copies ?? '', checkAddress });
      const made = await outlet.call('evaluation', DocumentServiceService.makeDocument, request);
      await keepDocument(evidence, made.content, made.sha256);
      return { documentId: made.documentId, sha256: made.sha256, receipt: receiptOut(made.receipt) };
    },
  }),
  keptFileRoute(evidence, {
    path: '/v1/documents/{documentId}/file',
    summary: { zh: '下载文书', en: 'Download a document, also one that stands no longer' },
    tags,
    params: documentParams,
    find: async (params, outlet) => {
      const request = GetDocumentRequest.fromPartial(params);
      const found = await outlet.call('evaluation', DocumentServiceService.getDocument, request);
      const kept = present(found.document, 'a document');
      return { kept, name: `${kept.documentNumber} ${NAMES[kept.kind] ?? '文书'}` };
    },
  }),
];
