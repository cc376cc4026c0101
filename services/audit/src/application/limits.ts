/** Events in one page of an export, at most. */
export const EXPORT_EVENTS_MAX = 1_000;

/** A page of stored events ends at this size even when it has room for more, so that it stays below a message's limit. */
export const PAGE_BYTES_MAX = 2_000_000;

/** Hours, days or months in one answer: a histogram is looked at whole. */
export const BUCKETS_MAX = 400;

export const STREAM_CHARS_MAX = 200;
export const TYPE_CHARS_MAX = 100;
export const ID_CHARS_MAX = 100;
export const RPC_CHARS_MAX = 200;
