import type { Logger } from '@jiangong/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EdgeError, type RefusalSaid } from '../../application/problem.ts';
import { answerFailure, refusalOf } from './answer-failure.ts';
import { wantsPage } from './form-body.ts';
import { escapeHtml, PAGE_POLICY, pageOf } from './page.ts';

const NOT_FOUND = 404;

/** Whoever asks for what is not there, a certificate or an address, is helped by no sign-in. */
const wayOn = (status: number): string =>
  status === NOT_FOUND
    ? '<p><a href="/">返回首页 <span lang="en">Home</span></a></p>'
    : '<p><a href="/sign-in">重新登录 <span lang="en">Sign in again</span></a></p>';

/** A refusal as a page. */
export const refusalPage = ({ status, reason, zh, en }: RefusalSaid): string =>
  pageOf({
    title: `${status}`,
    body: `<p class="error" role="alert">${escapeHtml(zh)}<br><span lang="en">${escapeHtml(en)}</span></p><p><code>${escapeHtml(reason)}</code></p>${wayOn(status)}`,
  });

/** A failure on a page is shown as a page, in both languages; programs get the problem. */
export const problemPage =
  (log: Logger) =>
  async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!wantsPage(request)) return answerFailure(error, { request, reply, log });
    const refusal = refusalOf(error);
    if (refusal === undefined)
      log.error(
        { err: error, route: request.routeOptions.url ?? null, correlationId: request.correlationId },
        'a page failed',
      );
    const { said, retryAfterSeconds } = refusal ?? new EdgeError('INTERNAL');
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    await reply
      .code(said.status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .send(refusalPage(said));
  };
