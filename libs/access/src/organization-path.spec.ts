import { describe, expect, it } from '@jest/globals';
import { covers, isBelow, passesThrough } from './organization-path.ts';

describe('paths of the tree', () => {
  it.each([
    ['/jl/', '/jl/u1/', true],
    ['/jl/', '/jl/', true],
    ['/jl/', '/jl1/', false],
    ['/jl', '/jl1/', false],
    ['', '/jl/', false],
    ['/jl/', '', false],
    ['/', '/jl/', false],
  ])('%j covers %j: %s', (above, path, yes) => {
    expect(covers(above, path)).toBe(yes);
    expect(isBelow(above, path)).toBe(yes && above !== path);
  });

  it.each([
    ['/jl/u1/b3/', 'u1', true],
    ['/jl/u1/b3/', 'b3', true],
    ['/jl/u1/b3/', 'u', false],
    ['/jl/u1/b3/', '1', false],
    ['/jl/u1/b3/', '', false],
    ['', 'u1', false],
  ])('%j passes through %j: %s', (path, id, yes) => expect(passesThrough(path, id)).toBe(yes));
});
