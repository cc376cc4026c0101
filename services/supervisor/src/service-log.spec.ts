import { describe, expect, it } from '@jest/globals';
import { briefly, isAlarming, SHOWN_CHARS_MAX } from './service-log.ts';

describe('what of a log is shown', () => {
  it('warnings, errors, and what is no structured line', () => {
    expect(isAlarming('{"level":"info","message":"ready"}')).toBe(false);
    expect(isAlarming('{"level":"debug","message":"x"}')).toBe(false);
    expect(isAlarming('{"level":"warn","message":"x"}')).toBe(true);
    expect(isAlarming('{"level":"error","message":"x"}')).toBe(true);
    expect(isAlarming('Segmentation fault')).toBe(true);
  });
  it('briefly', () => {
    expect(
      briefly(
        '{"level":"warn","service":"audit","err":{"type":"error","code":"57P01","message":"gone","stack":["at x"]},"message":"a connection broke"}',
      ),
    ).toBe('warn a connection broke: error 57P01 gone');
    expect(briefly('{"level":"error","message":"failed"}')).toBe('error failed');
    expect(briefly('{"level":"error","mess')).toBe('{"level":"error","mess');
    expect(briefly('x'.repeat(1_000))).toHaveLength(SHOWN_CHARS_MAX);
  });
});
