import {
  LookAtVoteCodeRequest,
  UseVoteCodeRequest,
  VoteCodeServiceService as rpcs,
} from '@jiangong/contracts/jiangong/evaluation/v1/vote_code_service';
import { z } from 'zod';
import type { takeOfCode } from '../../application/code-limits.ts';
import { signature } from '../../routes/evaluation/ballot-shapes.ts';
import { heldCode } from '../../routes/evaluation/vote-code-shapes.ts';
import { line } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { CODE_CHARS_MAX, codeIn, type CodeHeader, ofHeader } from './code-header.ts';
import type { LocalContext } from './register-routes.ts';

export type VoteCodeParts = Readonly<{ takeOfCode: ReturnType<typeof takeOfCode> }>;

const HEADER: CodeHeader = { name: 'Vote-Code', missing: 'VOTE_CODE_MISSING' };

/** Whose code it is nobody is to learn from what else the sender does. */
const open = { tags: ['public'], public: true, unlinkable: true } as const;

/** What the public does by a code: looks what it is for, and has what it blinded signed. The ballot itself goes by the way of every ballot. */
export const voteCodeRoutes = (parts: VoteCodeParts): readonly Route<LocalContext>[] => [
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
