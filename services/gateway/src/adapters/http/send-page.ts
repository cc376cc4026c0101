import type { FastifyReply } from 'fastify';
import { PAGE_POLICY } from './page.ts';
import { scriptedPolicy } from './passkey-script.ts';

export const sendPage = async (reply: FastifyReply, html: string): Promise<FastifyReply> =>
  reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(html);

/** A page that carries the script of passkeys. */
export const sendScriptedPage = async (reply: FastifyReply, html: string, publicUrl: string): Promise<FastifyReply> =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', scriptedPolicy(publicUrl))
    .send(html);
