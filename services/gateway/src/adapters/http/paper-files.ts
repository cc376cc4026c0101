import { GetNoticePaperRequest, MakeNoticePaperRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/papers';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { answerWords } from '../../routes/answer-words.ts';
import { present } from '../../routes/evaluation/shapes.ts';
import { id, sha256, word } from '../../routes/fields.ts';
import { paperFormat, paperParams, papersParams } from '../../routes/merit-projects/paper-routes.ts';
import { receipt, receiptOut } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import type { DocumentFileParts } from './document-files.ts';
import { keepDocument, keptFileRoute } from './kept-document.ts';
import type { LocalContext } from './register-routes.ts';

const tags = ['review'];

/** Public notices on paper, and their files: the bytes pass through here and stand in the evidence store under their hash. */
export const paperFileRoutes = ({ evidence, publicUrl }: DocumentFileParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'POST',
    path: '/v1/editions/{editionId}/notice-papers',
    founds: true,
    status: 201,
    summary: {
      zh: '生成公示文书（当前正在公示的全部内容）',
      en: 'Put the notices that run on paper. The same notices are the same paper',
    },
    tags,
    params: papersParams,
    body: z.strictObject({ about: word(answerWords.noticeAbout), format: paperFormat }),
    answer: z.object({ paperId: id(), sha256: sha256(), receipt }).meta({ id: 'NoticePaperMade' }),
    handle: async ({ params, body }, _context: LocalContext, outlet) => {
      const request = MakeNoticePaperRequest.fromPartial({
        ...params,
        ...body,
        address: `${publicUrl}/public/notices`,
      });
      const made = await outlet.call('merit-projects', MeritProjectsServiceService.makeNoticePaper, request);
      await keepDocument(evidence, made.content, made.sha256);
      return { paperId: made.paperId, sha256: made.sha256, receipt: receiptOut(made.receipt) };
    },
  }),
  keptFileRoute(evidence, {
    path: '/v1/notice-papers/{paperId}/file',
    summary: { zh: '下载公示文书', en: 'Download a paper, also one that stands no longer' },
    tags,
    params: paperParams,
    find: async (params, outlet) => {
      const request = GetNoticePaperRequest.fromPartial(params);
      const found = await outlet.call('merit-projects', MeritProjectsServiceService.getNoticePaper, request);
      const kept = present(found.paper, 'a paper');
      return { kept, name: kept.about === 'proposed' ? '拟表彰公示' : '申报公示' };
    },
  }),
];
