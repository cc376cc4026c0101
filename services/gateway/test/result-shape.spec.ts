import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computePhase } from '@jiangong/scoring';
import { randomPhase } from '@jiangong/scoring/testing';
import { phaseResult } from '../src/routes/evaluation/result-shape.ts';
import type { RouteOutlet } from '../src/routes/route.ts';
import { schemaRoutes } from '../src/routes/schemas.routes.ts';

const outlet: RouteOutlet = { call: () => Promise.reject(new Error('nobody is called')) };

describe('the published shape of a result', () => {
  it('is that of every result, without a field more or less', () => {
    let computed = 0;
    fc.assert(
      fc.property(randomPhase, ({ tables, phase, inputs }) => {
        const outcome = computePhase(tables, phase, inputs);
        if (outcome.kind !== 'computed') return;
        computed++;
        expect(phaseResult.parse(outcome.result)).toEqual(outcome.result);
      }),
      { numRuns: 200 },
    );
    expect(computed).toBeGreaterThan(50);
  });

  it('is answered as a JSON Schema, as that of templates is', async () => {
    const raw = { params: {}, query: {}, body: undefined, caller: { kind: 'person', personId: 'p' } } as const;
    const answers = await Promise.all(schemaRoutes.map(async (one) => (await one.run(raw, outlet, undefined)).body));
    for (const body of answers)
      expect(body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs: expect.anything() });
  });
});
