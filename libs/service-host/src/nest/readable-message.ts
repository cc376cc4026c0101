/** Stands in for a message that could not be read, so that the call is refused like any other and not by the transport, as an accident. */
const UNREADABLE: object = Object.freeze({ unreadable: true });

/**
 * PostgreSQL keeps no text with U+0000: it would come back as an accident from wherever the text went. U+FFFD is what a decoder puts in the
 * place of bytes that are no UTF-8: not what was sent, whatever it was.
 */
const UNKEPT = /[\u0000\uFFFD]/u;

const holdsUnkept = (value: unknown): boolean => {
  if (typeof value === 'string') return UNKEPT.test(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return Object.values(value).some(holdsUnkept);
};

/** A decoder that never throws: what it can not read, or nobody could keep, `isUnreadable` knows again. */
export const readableOr =
  (decode: (bytes: Buffer) => unknown) =>
  (bytes: Buffer): unknown => {
    try {
      const message = decode(bytes);
      return holdsUnkept(message) ? UNREADABLE : message;
    } catch {
      return UNREADABLE; // what is wrong with somebody else's bytes is not ours to record
    }
  };

export const isUnreadable = (message: unknown): boolean => message === UNREADABLE;
