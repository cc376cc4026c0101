export { lookAgain } from './look-again.ts';
export type { CallContext, Caller } from './call-context.ts';
export { READ_STREAM_PREFIX, recordRead, type ReadSubject, type RecordWasRead } from './recorded-reads.ts';
export {
  type Alone,
  type Clock,
  COMMAND_ATTEMPTS_MAX,
  CONFLICT_WAITS,
  type Ground,
  type SystemOrder,
} from './ground.ts';
export { oneByOne } from './one-by-one.ts';
export {
  hostRefusalTexts,
  refused,
  RefusedError,
  type RefusalStatus,
  type RefusalText,
  type RefusalTexts,
} from './refusals.ts';
export { DUE_MOMENTS_MAX, type DueMoment, type Scheduler } from './scheduler.ts';
export {
  isKey,
  isPosition,
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  type PageAsked,
  type PageFound,
  type PagePlace,
  type PageRequest,
  type Pages,
  pagesOf,
} from './paging.ts';
export { type ListAsked, type ListCounts, type ListRequest, type Lists, listsOf, wordsOf, WORDS_MAX } from './lists.ts';
export {
  historiesOf,
  type HistoryChange,
  historyItem,
  type HistoryItem,
  type HistoryPage,
  type ToldFact,
} from './stream-history.ts';
export type { WorkItem, WorkTold } from './work-item.ts';
export type { Worker } from './worker.ts';
