import { isUtf8 } from 'node:buffer';

const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** UTF-8 without control characters other than tab and line ends. A byte order mark is allowed. */
export const isPlainText = (bytes: Uint8Array): boolean =>
  isUtf8(bytes) && !NOT_TEXT.test(new TextDecoder('utf-8').decode(bytes));

/** Text that a browser would take for markup is no plain text here: a reader might render it. */
export const looksLikeMarkup = (bytes: Uint8Array): boolean =>
  /^[\s\ufeff]*<[!?a-z]/iu.test(new TextDecoder('utf-8').decode(bytes.subarray(0, 1_024)));
