import { digestProjection } from './digests.ts';
import type { ServiceUnderTest } from './service-under-test.ts';

export const HEARD_BY_LEDGER = 'heard-by-ledger';
export const WHOLE_LOG = 'whole-log';

/** A service that only listens: to the whole log, and to the facts of two contexts in one order. */
export const ledgerUnderTest: ServiceUnderTest<object> = {
  name: 'ledger',
  projections: [
    digestProjection(WHOLE_LOG, { kind: 'log', streamPrefixes: [''] }),
    digestProjection(HEARD_BY_LEDGER, { kind: 'public-facts', contexts: ['merit_projects', 'evaluation'] }),
  ],
  processes: () => [],
  serve: () => ({}),
};
