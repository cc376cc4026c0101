import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@jiangong/event-store';
import { tellRound } from '../src/application/round-history.ts';

/** Facts of other streams, whose golden files lie beside the round's. */
const ELSEWHERE = /^(?:EvaluatorReminded|Mark|Note|Sheet(?:Saved|Submitted|CameLate))/u;
const golden = join(import.meta.dirname, 'golden');
const stored = readdirSync(golden)
  .map((file) => ({
    type: file.replace('.json', ''),
    data: JSON.parse(readFileSync(join(golden, file), 'utf8')) as Readonly<Record<string, unknown>>,
  }))
  .filter(({ type }) => !ELSEWHERE.test(type));
const tell = (fact: unknown) => tellRound(fact as StoredEvent);

describe('the history of a round', () => {
  it('tells what became of it in both languages, and nothing of recusals and proposals', () => {
    expect(stored.length).toBeGreaterThan(15);
    const silent = stored.filter((fact) => tell(fact) === undefined).map(({ type }) => type);
    expect(silent).toEqual([
      ...['ActProposed.v1', 'ProposalRejected.v1', 'RecusalDeclared.v1', 'RecusalLifted.v1'],
      ...['ReopeningDeclined.v1', 'ReopeningRequestWithdrawn.v1', 'ReopeningRequested.v1'],
    ]);
    for (const fact of stored) {
      const told = tell(fact);
      if (told)
        expect(told).toMatchObject({
          zh: expect.stringMatching(/\p{Script=Han}/u),
          en: expect.stringMatching(/^[A-Z]/u),
        });
    }
  });

  it('names nobody who sits in it, and shows no rank, score, seed or secret', () => {
    for (const { type, data } of stored) {
      const told = JSON.stringify(tell({ type, data }) ?? '');
      for (const field of [
        'personId',
        'seatId',
        'grantId',
        'secret',
        'seed',
        'drawSecret',
        'resultHash',
        'proposedBy',
      ]) {
        const value = data[field];
        if (typeof value === 'string') expect(told).not.toContain(value);
      }
    }
    const ranked = { ranking: [{ entryId: 'e1', rank: 1, score: 9_175 }], because: [] };
    expect(JSON.stringify(tell({ type: 'ResultComputed.v1', data: ranked }))).not.toMatch(/e1|9175/u);
  });
});
