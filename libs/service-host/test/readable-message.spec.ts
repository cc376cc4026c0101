import { describe, expect, it } from '@jest/globals';
import { isUnreadable, readableOr } from '../src/nest/readable-message.ts';

const read = readableOr((bytes) => JSON.parse(bytes.toString('utf8')) as unknown);

describe('a message from the wire', () => {
  it('is what it is when it can be read', () => {
    const message = read(Buffer.from('{"a":[{"b":"功"}],"c":1}'));
    expect(message).toStrictEqual({ a: [{ b: '功' }], c: 1 });
    expect(isUnreadable(message)).toBe(false);
  });

  it.each([
    ['bytes that are no message', '{"a":'],
    ['a text with U+0000', '{"a":"b\\u0000"}'],
    ['a text with U+FFFD', '{"a":"b\uFFFD"}'],
    ['such a text deep inside', '{"a":[{"b":["x","\\u0000"]}]}'],
  ])('%s is known as unreadable, and throws nothing', (_, text) => {
    expect(isUnreadable(read(Buffer.from(text)))).toBe(true);
  });

  it('takes bytes with a zero in them: they are no text', () => {
    expect(isUnreadable(readableOr(() => ({ sealed: new Uint8Array([0, 1]) }))(Buffer.alloc(0)))).toBe(false);
  });
});
