import {
  LookAtVoteCodeRequest,
  MakeVoteCodesRequest,
  UseVoteCodeRequest,
  VoteCodeServiceService as rpcs,
} from '@jiangong/contracts/jiangong/evaluation/v1/vote_code_service';
import { z } from 'zod';
import type { takeOfCode } from '../../application/code-limits.ts';
import { signature } from '../../routes/evaluation/ballot-shapes.ts';
import { codesParams, heldCode, makingBody } from '../../routes/evaluation/vote-code-shapes.ts';
import { id, line } from '../../routes/fields.ts';
import { receipt, receiptOut } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { CODE_CHARS_MAX, codeIn, type CodeHeader, ofHeader } from './code-header.ts';
import type { LocalContext } from './register-routes.ts';

export type VoteCodeParts = Readonly<{ takeOfCode: ReturnType<typeof takeOfCode> }>;

const HEADER: CodeHeader = { name: 'Vote-Code', missing: 'VOTE_CODE_MISSING' };

/** Whose code it is nobody is to learn from what else the sender does. */
const open = { tags: ['public'], public: true, unlinkable: true } as const;

/** Answered here, so that no answer with codes in it is remembered for whoever repeats the order. */
const makeRoute = () =>
  localRoute({
    method: 'POST',
    path: '/v1/rounds/{roundId}/vote-codes/{sourceId}',
    founds: true,
    status: 201,
    summary: {
      zh: '为一个对象制作投票码（只在本次应答中显示，平台不保存投票码）',
      en: 'Make codes for the votes about one entry; they are shown in this answer alone, and kept nowhere',
    },
    tags: ['evaluation'],
    params: codesParams,
    body: makingBody,
    answer: z
      .object({
        batchId: id(),
        codes: z.array(z.string()).meta({
          description:
            '重复提交时为空，因为投票码不保存，须作废后重新制作 / None where the order is repeated: void the batch and make others',
        }),
        receipt,
      })
      .meta({ id: 'VoteCodesMade' }),
    handle: async ({ params, body }, _context: LocalContext, outlet) => {
      const request = MakeVoteCodesRequest.fromPartial({ ...params, ...body });
      const { batchId, codes, receipt: proof } = await outlet.call('evaluation', rpcs.makeVoteCodes, request);
      return { batchId, codes, receipt: receiptOut(proof) };
    },
  });

/** What the public does by a code: looks what it is for, and has what it blinded signed. The ballot itself goes by the way of every ballot. */
export const voteCodeRoutes = (parts: VoteCodeParts): readonly Route<LocalContext>[] => [
  makeRoute(),
  localRoute({
    ...open,
    method: 'GET',
    path: '/v1/public/vote-codes',
    summary: {
      zh: '凭投票码（请求头 Vote-Code）查看所评对象和可选等次；无效、作废和已用的码应答相同',
      en: 'By a code (header Vote-Code): what is voted about, and what may be chosen; a code that is wrong, void or used is answered alike',
    },
    answer: heldCode,
    handle: async (_input, context: LocalContext, outlet) => {
      const code = codeIn(HEADER, context);
      await parts.takeOfCode({ code, address: context.request.ip });
      const asked = LookAtVoteCodeRequest.fromPartial({ code });
      const found = await ofHeader(HEADER, outlet.call('evaluation', rpcs.lookAtVoteCode, asked));
      return { ...found, levels: found.levels.map((level) => ({ ...level })) };
    },
  }),
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/vote-codes',
    once: 'its-content',
    summary: {
      zh: '凭投票码领取一张选票的凭证（RFC 9474 盲签名，每码一次；同一申请可重复提交），选票另行投出',
      en: 'Have one token signed by a code (RFC 9474, blindly): once; the very same request is answered again. The ballot is handed in by itself',
    },
    body: z.strictObject({
      code: line(CODE_CHARS_MAX).meta({
        description: '投票码；空格、短横线与大小写不限 / As it is printed; blanks, dashes and case do not matter',
      }),
      blinded: signature(),
    }),
    answer: z.object({ blindSignature: signature() }).meta({ id: 'VoteCodeUsed' }),
    handle: async ({ body }, { request }: LocalContext, outlet) => {
      await parts.takeOfCode({ code: body.code, address: request.ip });
      const { blindSignature } = await outlet.call(
        'evaluation',
        rpcs.useVoteCode,
        UseVoteCodeRequest.fromPartial(body),
      );
      return { blindSignature };
    },
  }),
];
