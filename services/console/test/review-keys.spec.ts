import { describe, expect, it } from '@jest/globals';
import { askedBy, type Pressed } from '../src/pages/review/review-keys.ts';

const key = (code: string, given: Partial<Pressed> = {}): Pressed => ({
  ...{ code, key: code.replace(/^(?:Key|Digit)/u, '').toLowerCase(), keyCode: 0, isComposing: false, repeat: false },
  ...{ ctrlKey: false, metaKey: false, altKey: false },
  ...given,
});

describe('the keys of first review', () => {
  it('walk with J and K, tick with digits, pass with P, return with R, fail with F, and help with ?', () => {
    expect(['KeyJ', 'KeyK', 'KeyP', 'KeyR', 'KeyF', 'KeyX', 'Digit0'].map((code) => askedBy(key(code))?.act)).toEqual([
      ...['next', 'previous', 'pass', 'return', 'fail', 'pick', 'all-met'],
    ]);
    expect(askedBy(key('Digit3'))).toEqual({ act: 'item', index: 2 });
    expect(askedBy(key('Numpad1'))).toEqual({ act: 'item', index: 0 });
    expect(askedBy(key('Slash', { key: '？' }))).toEqual({ act: 'help' });
    expect(askedBy(key('KeyA'))).toBeNull();
  });

  it('ask for nothing while an input method composes, whatever is pressed', () => {
    expect(askedBy(key('KeyP', { isComposing: true }))).toBeNull();
    expect(askedBy(key('KeyP', { keyCode: 229 }))).toBeNull();
  });

  it('leave the browser its own shortcuts', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(askedBy(key('KeyR', { [held]: true }))).toBeNull();
  });

  it('that are held down walk on, and decide nothing', () => {
    expect(askedBy(key('KeyJ', { repeat: true }))).toEqual({ act: 'next' });
    for (const code of ['KeyP', 'KeyR', 'KeyF', 'Digit1']) expect(askedBy(key(code, { repeat: true }))).toBeNull();
  });
});
