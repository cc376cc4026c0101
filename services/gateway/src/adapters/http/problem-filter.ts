import type { Logger } from '@jiangong/telemetry';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EdgeError } from '../../application/problem.ts';
import { answerFailure, refusalOf } from './answer-failure.ts';

export const FILTER_PARTS = Symbol('problem-filter parts');

export type FilterParts = Readonly<{ log: Logger; methodsAt: (path: string) => readonly string[] }>;

/** What happens outside every declared route: an unknown address, a wrong method, a request that Fastify itself refuses. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly parts: FilterParts;
  constructor(@Inject(FILTER_PARTS) parts: FilterParts) {
    this.parts = parts;
  }

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { log } = this.parts;
    const refusal = refusalOf(error);
    const known =
      refusal instanceof EdgeError && refusal.reason === 'ROUTE_NOT_FOUND'
        ? this.parts.methodsAt(request.url.split('?')[0] ?? '')
        : [];
    if (known.length > 0) reply.header('allow', known.join(', '));
    await answerFailure(known.length > 0 ? new EdgeError('METHOD_NOT_ALLOWED') : error, { request, reply, log });
  }
}
