/** Of PostgreSQL's write-ahead log: the size of a page, of the header of each, and of a segment's first. */
const PAGE = 8_192;
const HEADER = 24;
const FIRST_HEADER = 40;

/**
 * What a segment of the write-ahead log holds, without the headers of its pages: a record that goes on over the end of a page has one in
 * its middle, and what is looked for may lie across it.
 */
export const writtenAhead = (segment: Buffer): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(segment.length / PAGE) }, (_, page) =>
      segment.subarray(page * PAGE + (page === 0 ? FIRST_HEADER : HEADER), (page + 1) * PAGE),
    ),
  );
