const BASE64URL = /^[A-Za-z0-9_-]+$/u;
const LAST = { 1: /[AQgw]$/u, 2: /[AEIMQUYcgkosw048]$/u } as const;

/**
 * So many bytes in base64url, in the one way that there is to write them: bits beyond the last byte are zero. Were another way let in,
 * one token could be written as several, and vote as often.
 */
export const isBytes = (text: string, bytes: number): boolean => {
  const rest = bytes % 3;
  const isLastRight = rest === 0 || LAST[rest as 1 | 2].test(text);
  return text.length === Math.ceil((bytes * 4) / 3) && BASE64URL.test(text) && isLastRight;
};
