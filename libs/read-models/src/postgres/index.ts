export { type ComparedReader, compareWithReplay } from './compare-with-replay.ts';
export {
  type Backoff,
  errorClassOf,
  isOutage,
  jitteredBackoff,
  OUTAGE_BACKOFF_MS,
  OUTAGE_BACKOFF_MS_MAX,
  POISON_BACKOFF_MS,
  POISON_TRIES_MAX,
} from './failures.ts';
export { ApplyError, type GatheredWrites, gatherWrites } from './gathered-writes.ts';
export { NewerReaderError } from './checkpoints.ts';
export { type EventPage, type PageReader, type PlacedEvent, projectionReader, rowsOf } from './page-reader.ts';
export { type FetchParked, type ParkedOutcome, retryParked, skipParked } from './parked-orders.ts';
export { BEHIND_PARKED, listParked } from './parking.ts';
export { CommitsLostError } from './believed-checkpoints.ts';
export { IDLE_KEEP_MS, openReaderGroup, type ReaderGroup, type ReaderLog } from './reader-group.ts';
export { rebuildBeside } from './rebuild-beside.ts';
export { checkpointSql, parkingSql } from './engine-sql.ts';
export { together } from './together.ts';
export {
  FACET_WORDS_MAX,
  type ListedRow,
  type ListFound,
  type ListQuestion,
  type Parameter,
  readList,
  type SortKey,
  type SoughtIn,
  type WordFilter,
} from './list-question.ts';
