import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, readHostConfig } from '@jiangong/service-host/nest';

const environment = {
  DATABASE_URL: 'postgres://jiangong_audit:pw@127.0.0.1:5432/jiangong',
  GRPC_LISTEN: '127.0.0.1:50051',
  SERVICE_TOKEN_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\\nabc\\n-----END PUBLIC KEY-----',
  JIANGONG_MASTER_KEY_FILE: '/keys/master-key',
};

describe('the environment of a service', () => {
  it('is read with its defaults, a key on one line too', () => {
    const config = readHostConfig(environment, false);
    expect(config.DATABASE_CONNECTIONS_MAX).toBe(5);
    expect(config.SERVICE_TOKEN_PUBLIC_KEY).toBe('-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----');
    expect(config.JIANGONG_MOVED_CLOCK).toBeUndefined();
  });

  it('tells everything that is wrong at once', () => {
    expect(() => readHostConfig({ ...environment, GRPC_LISTEN: 'here', LOG_LEVEL: 'loud' }, false)).toThrow(
      /GRPC_LISTEN.*LOG_LEVEL/,
    );
  });

  it('moves no clock without a supervisor', () => {
    const moved = { ...environment, JIANGONG_MOVED_CLOCK: '2024-01-01T00:00:00.000Z' };
    expect(() => readHostConfig(moved, false)).toThrow('under a supervisor');
    expect(readHostConfig(moved, true).JIANGONG_MOVED_CLOCK).toBe('2024-01-01T00:00:00.000Z');
  });

  it('listens to other machines only with TLS, of which it takes all three files or none', () => {
    const files = { TLS_CERT_FILE: '/tls/tls.crt', TLS_KEY_FILE: '/tls/tls.key', TLS_CA_FILE: '/tls/ca.crt' };
    expect(() => readHostConfig({ ...environment, GRPC_LISTEN: '0.0.0.0:50051' }, false)).toThrow(
      'needs TLS_CERT_FILE',
    );
    expect(readHostConfig({ ...environment, ...files, GRPC_LISTEN: '0.0.0.0:50051' }, false).TLS_KEY_FILE).toBe(
      '/tls/tls.key',
    );
    expect(() => readHostConfig({ ...environment, TLS_CERT_FILE: '/tls/tls.crt' }, false)).toThrow('all three or none');
    expect(readHostConfig({ ...environment, GRPC_LISTEN: '[::1]:50051' }, false).GRPC_LISTEN).toBe('[::1]:50051');
    expect(readHostConfig({ ...environment, GRPC_LISTEN: 'unix:/d/audit.sock' }, false).GRPC_LISTEN).toBe(
      'unix:/d/audit.sock',
    );
  });

  it('keeps the log in PostgreSQL unless told otherwise, and asks where KurrentDB is', async () => {
    expect(readHostConfig(environment, false).EVENT_STORE).toBe('postgres');
    const kurrent = readHostConfig({ ...environment, EVENT_STORE: 'kurrent' }, false);
    const listener = { listen: () => Promise.reject(new Error('not here')), close: () => Promise.resolve() };
    const parts = {
      databaseUrl: environment.DATABASE_URL,
      listener,
      applicationName: 'test',
      onTrouble: () => undefined,
      appends: true,
    };
    await expect(openEventStore(kurrent, parts)).rejects.toThrow('needs KURRENTDB_URL');
    await expect(openEventStore({ ...kurrent, KURRENTDB_URL: 'kurrentdb://ops:pw@node:2113' }, parts)).rejects.toThrow(
      'KURRENTDB_PASSWORD_FILE',
    );
  });

  it('takes a secret from a file, and refuses it given twice', () => {
    const { DATABASE_URL: url, ...rest } = environment;
    const file = join(mkdtempSync(join(tmpdir(), 'jiangong-config-')), 'url');
    writeFileSync(file, `${url}\n`);
    expect(readHostConfig({ ...rest, DATABASE_URL_FILE: file }, false).DATABASE_URL).toBe(url);
    expect(() => readHostConfig({ ...environment, DATABASE_URL_FILE: file }, false)).toThrow('both given');
  });
});
