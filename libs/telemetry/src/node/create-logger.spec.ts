import { describe, expect, it } from '@jest/globals';
import { createLogger, inSpan, type LogLevel } from './index.ts';

const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const CANARY = '王五19700101';

const captured = (level: LogLevel = 'info') => {
  const lines: string[] = [];
  const log = createLogger({ service: 'membership', level, write: (line) => lines.push(line) });
  return { log, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('the log', () => {
  it('writes one JSON object a line with time, level, service, fields and message', () => {
    const { log, parsed } = captured();
    log.child({ part: 'x' }).info({ count: 3 }, 'counted');
    expect(parsed()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        service: 'membership',
        part: 'x',
        count: 3,
        message: 'counted',
      },
    ]);
  });

  it('carries the trace id of the work it belongs to', async () => {
    const { log, parsed } = captured();
    await inSpan({ scope: 'test', name: 'jiangong.call', parent: PARENT }, async () => log.info({}, 'inside'));
    expect(parsed()[0]).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', message: 'inside' });
  });

  it('keeps below its level', () => {
    const { log, lines } = captured('warn');
    log.info({}, 'not said');
    log.debug({}, 'not said');
    expect(lines).toEqual([]);
  });

  it("never writes what PostgreSQL says about a row's values", () => {
    const { log, lines, parsed } = captured();
    const unique = Object.assign(new Error('duplicate key value violates unique constraint "person_login"'), {
      code: '23505',
      detail: `Key (login)=(${CANARY}) already exists.`,
      where: CANARY,
      parameters: [CANARY],
    });
    const syntax = Object.assign(new Error(`invalid input syntax for type uuid: "${CANARY}"`), { code: '22P02' });
    log.error({ err: unique }, 'failed');
    log.error({ err: new Error('outer', { cause: syntax }) }, 'failed');
    expect(lines.join('')).not.toContain(CANARY);
    expect(parsed()[0]).toMatchObject({
      err: { type: 'Error', code: '23505', message: expect.stringContaining('person_login') },
    });
    expect(parsed()[1]).toMatchObject({ err: { message: 'outer', cause: { code: '22P02' } } });
  });
});
