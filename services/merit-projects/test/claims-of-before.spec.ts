import { describe, expect, it } from '@jest/globals';
import { readThenUpcast, type StoredEvent } from '@jiangong/event-store';
import { aadOf, fieldCodec, inMemoryKeyVault } from '@jiangong/privacy';
import { editionKey, sealedOfStoredClaims } from '../src/application/sealed-fields.ts';
import { reviewClaimsDecider } from '../src/domain/review-claims/decider.ts';
import type { ReviewClaimFact } from '../src/domain/review-claims/facts.ts';
import { upcastClaim } from '../src/domain/review-claims/upcast-claims.ts';
import { BY, EDITION } from './domain/edition-sample.ts';

const STREAM = `merit-projects.review-claims-${EDITION}`;
const TYPE = 'ReviewClaimTakenOver.v1';
const held = { editionId: EDITION, entryId: 'a', version: 1, claimedBy: BY.officer.personId };
const times = { until: '2021-11-19T16:00:00.000Z', takenOverAt: '2021-11-16T04:00:00.000Z' };

describe('a claim that was stored before its committee was written down', () => {
  it('is read as today’s, with the prose that was sealed under its own type, and folds', async () => {
    const vault = inMemoryKeyVault();
    const prose = await vault.seal(
      editionKey({ editionId: EDITION }),
      { why: '同事出差。' },
      aadOf({ stream: STREAM, type: TYPE, field: 'prose' }),
    );
    const event = { stream: STREAM, type: TYPE, data: { ...held, ...times, takenFrom: 'b', prose } } as StoredEvent;
    const codec = readThenUpcast(
      fieldCodec<ReviewClaimFact>(vault, sealedOfStoredClaims, { keepsStates: true }),
      upcastClaim,
    );
    const fact = await codec.fromStored(event);
    expect(fact).toMatchObject({
      type: 'ReviewClaimTakenOver.v2',
      data: { committeeId: null, prose: { why: '同事出差。' } },
    });
    const kept = codec.forState?.(event);
    expect(JSON.stringify(kept)).not.toContain('prose');
    expect(reviewClaimsDecider.evolve(reviewClaimsDecider.initial, kept as ReviewClaimFact).get('a')).toMatchObject({
      claimedBy: BY.officer.personId,
      times: 1,
    });
  });
});
