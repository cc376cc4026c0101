import type { Fact } from '@jiangong/event-store';
import type { Scheme } from '@jiangong/scoring';

/** A committee laid down how it scores. A changed scheme is a new scheme: results point at the one they were computed by. */
export type SchemeDefined = Fact<
  'SchemeDefined.v1',
  Readonly<{ schemeId: string; committeeId: string; scheme: Scheme }>
>;

export type SchemeFact = SchemeDefined;
