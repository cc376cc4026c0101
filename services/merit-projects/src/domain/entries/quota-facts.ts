import type { Fact } from '@jiangong/event-store';
import type { Counted, CountedOf } from '../needs/shares.ts';

/** With the first declaration that takes a place of a proportion: what was counted of the nominator, and the number that follows. */
export type QuotaCounted = Fact<
  'QuotaCounted.v1',
  Readonly<{
    editionId: string;
    nominatorId: string;
    trackId: string | null;
    one: number;
    of: CountedOf;
    quota: number;
  }> &
    Counted
>;
