import { PAGE_BYTES_MAX } from './limits.ts';

type Sized = Readonly<{ entryBytes: Uint8Array; dataBytes: Uint8Array }>;

/** The first of these events that together stay within a page's size; always at least one, if there is one. */
export const withinBytes = <E extends Sized>(events: readonly E[], bytesMax: number = PAGE_BYTES_MAX): readonly E[] => {
  let bytes = 0;
  const end = events.findIndex((event, index) => {
    bytes += event.entryBytes.length + event.dataBytes.length;
    return bytes > bytesMax && index > 0;
  });
  return end < 0 ? events : events.slice(0, end);
};
