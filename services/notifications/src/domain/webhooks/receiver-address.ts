import { WEBHOOK_ADDRESS_CHARS_MAX } from './limits.ts';

/** What a URL is made of that anybody can write into the log. A query or a password would be a secret in it. */
const PLAIN = /^[\x21-\x7e]+$/u;

/**
 * The address of another system as it is kept, or undefined: https, a host, perhaps a port and a path, and nothing that is a secret
 * or means something to this side only (user, password, query, fragment). Where the host leads is asked at each try, not here.
 */
export const receiverAddressOf = (text: string): string | undefined => {
  if (text.length > WEBHOOK_ADDRESS_CHARS_MAX || !PLAIN.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && !/[?#@\\]/u.test(text);
  return url.protocol === 'https:' && url.hostname !== '' && url.port !== '0' && isPlain ? url.href : undefined;
};
