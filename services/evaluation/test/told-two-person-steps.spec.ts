import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectedEvent } from '@jiangong/read-models/testing';
import { tellEvaluationFacts } from '../src/adapters/public-facts/tell-evaluation-facts.ts';
import { TWO_PERSON_STEPS } from '../src/adapters/public-facts/tell-two-person-steps.ts';

const DOMAIN = join(import.meta.dirname, '../src/domain');

/** Facts whose names say that one person did his part of what takes two. */
const STEP = /'(?<type>\w*(?:Proposed|Rejected|Confirmed|Contradicted|Attested|Refuted|WithdrawalAsked)\.v1)'/gu;

/** Told by a fact of their own, which says more. */
const TOLD_OTHERWISE: Readonly<Record<string, string>> = {
  'MinutesAttested.v1': 'MinutesAttested',
};

const steps = [
  ...new Set(
    readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('facts.ts') || name.endsWith('proposal.ts'))
      .flatMap((name) => [...readFileSync(join(DOMAIN, name), 'utf8').matchAll(STEP)])
      .map(({ groups }) => groups?.['type'] ?? ''),
  ),
].toSorted();

const EVERY = Object.entries(TWO_PERSON_STEPS).flatMap(([prefix, types]) =>
  types.map((type) => [prefix, type] as const),
);

describe('what one person does of an act that takes two', () => {
  it('was found in the domain', () => expect(steps.length).toBeGreaterThan(8));

  it.each(steps)('%s is heard by whoever looks at the page', (type) =>
    expect(EVERY.some(([, told]) => told === type) || type in TOLD_OTHERWISE).toBe(true),
  );

  it.each(EVERY.filter(([prefix]) => prefix === 'evaluation.paper-box-' || prefix === 'evaluation.ballot-'))(
    '%s %s is told with its round alone: no count, no person, no entry',
    (prefix, type) => {
      const data = {
        ...{ roundId: 'r', editionId: 'e', sourceId: 's', countId: 'c', confirmedBy: 'p', batchId: 'b', codes: ['1'] },
        ...{ entryIds: ['x'], evidence: [], counted: [{ entryId: 'x', found: 9 }], prose: { why: 'why' } },
      };
      const told = tellEvaluationFacts.translate(projectedEvent({ type, data, stream: `${prefix}1` }));
      expect(told).toEqual([{ type: 'evaluation.TwoPersonStepTaken.v1', data: { roundId: 'r', editionId: 'e' } }]);
    },
  );
});
