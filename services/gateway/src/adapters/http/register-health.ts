import type { FastifyInstance } from 'fastify';

/** `degraded`: it does its work, more slowly or on its own, since something that it can do without is away. */
export type Readiness = 'ready' | 'degraded' | 'not-ready';

/** `/healthz`: the process answers. `/readyz`: it can do its work. Neither tells anything else. */
export const registerHealth = (scope: FastifyInstance, readiness: () => Promise<Readiness>): void => {
  scope.get('/healthz', async () => ({ status: 'ok' }));
  scope.get('/readyz', async (_request, reply) => {
    const status = await readiness();
    return reply.code(status === 'not-ready' ? 503 : 200).send({ status });
  });
};
