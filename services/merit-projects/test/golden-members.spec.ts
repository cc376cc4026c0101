import { join } from 'node:path';
import { goldenFacts } from '@jiangong/event-store/testing';
import type { QuotaCounted } from '../src/domain/entries/quota-facts.ts';
import { EDITION, UNIT } from './domain/edition-sample.ts';

/** A number of places in proportion to members, of a track of its own. */
goldenFacts<QuotaCounted>(join(import.meta.dirname, 'golden-members'), {
  'QuotaCounted.v1': {
    ...{ editionId: EDITION, nominatorId: UNIT, trackId: 'member', one: 100, of: 'members', quota: 3 },
    ...{ asOf: '2021-04-01', count: 250, knownTo: 700 },
  },
});
