export { PositionWaiters } from './position-waiters.ts';
export {
  NOBODY,
  type ProjectedEvent,
  type ProjectedRows,
  type Projection,
  type ProjectionSource,
  type Rows,
} from './projection.ts';
export type { Comparison, Lag, ParkedEvent, Readers, ReadersLag, TableComparison } from './readers.ts';
export type { SqlClient, SqlPool, SqlTransaction } from '@jiangong/database';
export { type HeldList, listHeld } from './held-list.ts';
export type { Facet, FacetCount, ListCursor, ListPlace } from './list-place.ts';
