import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway, isDatabaseFull } from './database-away.ts';

const withCode = (code: string): Error => Object.assign(new Error('said by the server'), { code });

describe('whether the database is only away', () => {
  it.each(['57P01', '57P02', '57P03', '08006', '08P01', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
    '%s: yes',
    (code) => expect(isDatabaseAway(withCode(code))).toBe(true),
  );
  it.each(['23505', '40001', '57014', '42P01', '53100', 'ENOENT'])('%s: no', (code) =>
    expect(isDatabaseAway(withCode(code))).toBe(false),
  );
  it('what pg says without a code', () => {
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isDatabaseAway(new Error('a bug'))).toBe(false);
    expect(isDatabaseAway('Connection terminated')).toBe(false);
  });
  it('a full disk is no absence, but known as well', () => {
    expect(isDatabaseFull(withCode('53100'))).toBe(true);
    expect(isDatabaseFull(new Error('outer', { cause: withCode('53100') }))).toBe(true);
    expect(isDatabaseFull(withCode('53300'))).toBe(false);
  });
  it('also behind another error', () => {
    expect(isDatabaseAway(new Error('outer', { cause: withCode('57P01') }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([withCode('ECONNREFUSED')], 'all addresses failed'))).toBe(true);
  });
});
