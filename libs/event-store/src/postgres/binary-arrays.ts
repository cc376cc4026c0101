const INT4_OID = 23;
const BYTEA_OID = 17;
const TEXT_OID = 25;

const HEADER_BYTES = 20;

/** An empty array has no dimension. */
const emptyArray = (oid: number): Buffer => {
  const buffer = Buffer.alloc(12);
  buffer.writeInt32BE(oid, 8);
  return buffer;
};

/** One-dimensional array in PostgreSQL's binary form: dimensions, null flag, element type, length, lower bound; then elements. */
const header = (oid: number, count: number, bodyBytes: number): Buffer => {
  if (count === 0) return emptyArray(oid);
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + bodyBytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
};

/** integer[] */
export const int4Array = (values: readonly number[]): Buffer => {
  const buffer = header(INT4_OID, values.length, values.length * 8);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(4, at);
    buffer.writeInt32BE(value, at + 4);
    at += 8;
  }
  return buffer;
};

const bytesArray = (oid: number, values: readonly (Uint8Array | null)[]): Buffer => {
  let bodyBytes = 0;
  for (const value of values) bodyBytes += 4 + (value?.length ?? 0);
  const buffer = header(oid, values.length, bodyBytes);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(value ? value.length : -1, at);
    at += 4;
    if (value) {
      buffer.set(value, at);
      at += value.length;
    }
  }
  return buffer;
};

/** bytea[] with nulls. Sent like this, bytes need no escaping and no hex. */
export const byteaArray = (values: readonly (Uint8Array | null)[]): Buffer => bytesArray(BYTEA_OID, values);

/** text[] from UTF-8 bytes. */
export const textArray = (values: readonly Uint8Array[]): Buffer => bytesArray(TEXT_OID, values);
