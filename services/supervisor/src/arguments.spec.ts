import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { readArguments } from './arguments.ts';

describe('the command line', () => {
  it('says nothing: ./.data on the loopback, real time', () => {
    expect(readArguments([], false)).toEqual({
      dataDirectory: resolve('.data'),
      port: undefined,
      host: '127.0.0.1',
      showLogs: false,
      movedClock: undefined,
      sample: false,
      tls: false,
    });
  });

  it('says everything', () => {
    expect(
      readArguments(
        [
          '--data',
          '/x',
          '--port',
          '9000',
          '--host',
          '::1',
          '--logs',
          '--sample',
          '--tls',
          '--moved-clock',
          '2021-01-04T00:00:00Z',
        ],
        true,
      ),
    ).toEqual({
      dataDirectory: '/x',
      port: 9_000,
      host: '::1',
      showLogs: true,
      movedClock: '2021-01-04T00:00:00.000Z',
      sample: true,
      tls: true,
    });
  });

  it('asks for help', () => expect(readArguments(['--help', '--port', 'x'], false)).toBe('help'));

  it('a moved clock needs a parent that moves it', () => {
    expect(() => readArguments(['--moved-clock', '2021-01-04T00:00:00Z'], false)).toThrow('IPC');
  });

  it.each([
    [['--moved-clock', 'yesterday']],
    [['--moved-clock', '2021-02-30T00:00:00']],
    [['--port', '0']],
    [['--port', '65536']],
    [['--port', '1.5']],
    [['--prot', '1']],
    [['stray']],
  ])('refuses %j', (given) => expect(() => readArguments(given, true)).toThrow());
});
