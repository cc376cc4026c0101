import { describe, expect, it } from '@jest/globals';
import { isTooOpen } from '../src/postgres/master-key-file.ts';

describe('the master key’s file', () => {
  it('of our own is for us alone', () => {
    expect([0o100600, 0o100400, 0o100640, 0o100604].map((mode) => isTooOpen({ mode, uid: 1_000 }, 1_000))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('that a cluster hands over may be read by our group, and by nobody else', () => {
    expect([0o100400, 0o100440, 0o100460, 0o100444].map((mode) => isTooOpen({ mode, uid: 0 }, 65_532))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('is for its owner alone where we are root, who needs no group', () => {
    expect([0o100400, 0o100440].map((mode) => isTooOpen({ mode, uid: 65_532 }, 0))).toEqual([false, true]);
  });
});
