import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeOptions, type Plan, serviceEnvironment } from './service-environment.ts';
import { SERVICE_NAMES } from './service-names.ts';

const folders: string[] = [];
const fileWith = (content: unknown): string => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-environment-'));
  folders.push(folder);
  writeFileSync(join(folder, 'services.json'), JSON.stringify(content));
  return join(folder, 'services.json');
};
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const plan: Plan = {
  data: {
    path: '/d',
    database: '/d/database',
    evidence: '/d/evidence',
    sampleSignIns: '/d/sample-sign-ins.tsv',
    logs: '/d/logs',
    compileCache: '/d/cache',
    sockets: '/d/sockets',
    masterKeyFile: '/d/secrets/master-key',
  },
  secrets: { serviceTokenPrivateKey: 'PRIVATE', serviceTokenPublicKey: 'PUBLIC', databasePasswords: {} as never },
  ports: {
    organizations: 1,
    membership: 2,
    'merit-projects': 3,
    evaluation: 4,
    notifications: 5,
    audit: 6,
    gateway: 8080,
    database: 9,
  },
  host: '127.0.0.1',
  consoleDirectory: '/built/console',
  sample: false,
  telemetryHook: (service) => `file:///${service}/register.js`,
  databaseUrl: (service) => `postgres://${service}`,
  environment: {
    PATH: '/bin',
    DATABASE_URL: 'postgres://superuser:secret@h/d',
    AWS_SECRET: 'x',
    OIDC_ISSUER: 'https://i',
    LOG_LEVEL: 'warn',
  },
};

describe('what a service is told', () => {
  it('a gRPC service knows its role, its address and its peers, and no private key', () => {
    expect(serviceEnvironment('merit-projects', plan, undefined)).toEqual({
      PATH: '/bin',
      LOG_LEVEL: 'warn',
      SERVICE_NAME: 'merit-projects',
      OTEL_SERVICE_NAME: 'jiangong-merit-projects',
      DATABASE_URL: 'postgres://merit-projects',
      GRPC_LISTEN: 'unix:/d/sockets/merit-projects.sock',
      ORGANIZATIONS_GRPC: 'unix:/d/sockets/organizations.sock',
      MEMBERSHIP_GRPC: 'unix:/d/sockets/membership.sock',
      MERIT_PROJECTS_GRPC: 'unix:/d/sockets/merit-projects.sock',
      EVALUATION_GRPC: 'unix:/d/sockets/evaluation.sock',
      NOTIFICATIONS_GRPC: 'unix:/d/sockets/notifications.sock',
      AUDIT_GRPC: 'unix:/d/sockets/audit.sock',
      SERVICE_TOKEN_PUBLIC_KEY: 'PUBLIC',
      JIANGONG_MASTER_KEY_FILE: '/d/secrets/master-key',
      NODE_COMPILE_CACHE: '/d/cache',
    });
  });

  it('compiled code is kept where the operator says, else in the data directory', () => {
    const environment = { ...plan.environment, NODE_COMPILE_CACHE: '/elsewhere' };
    expect(serviceEnvironment('gateway', { ...plan, environment }, undefined)).toMatchObject({
      NODE_COMPILE_CACHE: '/elsewhere',
    });
  });

  it('services speak over the loopback where certificates are shown, and where a path is too long for a socket', () => {
    const long = `/${'d'.repeat(100)}`;
    for (const other of [{ certificates: '/d/tls' }, { data: { ...plan.data, sockets: long } }])
      expect(serviceEnvironment('merit-projects', { ...plan, ...other }, undefined)).toMatchObject({
        GRPC_LISTEN: '127.0.0.1:3',
        AUDIT_GRPC: '127.0.0.1:6',
      });
  });

  it('the gateway alone signs tokens, listens for people and is configured by its operator', () => {
    expect(serviceEnvironment('gateway', plan, undefined)).toMatchObject({
      SERVICE_TOKEN_PRIVATE_KEY: 'PRIVATE',
      HOST: '127.0.0.1',
      PORT: '8080',
      EVIDENCE_DIR: '/d/evidence',
      OIDC_ISSUER: 'https://i',
    });
    for (const service of SERVICE_NAMES.filter((name) => name !== 'gateway'))
      expect(JSON.stringify(serviceEnvironment(service, plan, undefined))).not.toContain('PRIVATE');
  });

  it('the gateway serves the console that was built, or the one that its operator names', () => {
    expect(serviceEnvironment('gateway', plan, undefined)).toMatchObject({ CONSOLE_DIR: '/built/console' });
    const named = { ...plan, environment: { ...plan.environment, CONSOLE_DIR: '/own' } };
    expect(serviceEnvironment('gateway', named, undefined)).toMatchObject({ CONSOLE_DIR: '/own' });
  });

  it('only a platform with the sample tells the gateway of its people, and no environment can', () => {
    expect(serviceEnvironment('gateway', { ...plan, sample: true }, undefined)).toMatchObject({
      SAMPLE_SIGN_INS: '/d/sample-sign-ins.tsv',
    });
    const hoped = { ...plan, environment: { ...plan.environment, SAMPLE_SIGN_INS: '/d/sample-sign-ins.tsv' } };
    expect(serviceEnvironment('gateway', hoped, undefined)).not.toHaveProperty('SAMPLE_SIGN_INS');
  });

  it('the gateway is given the bucket that its operator names instead of a folder, and Redis', () => {
    const given = { EVIDENCE_S3_BUCKET: 'evidence', EVIDENCE_S3_ACCESS_KEY_FILE: '/s/key', REDIS_URL: 'redis://r' };
    const environment = serviceEnvironment(
      'gateway',
      { ...plan, environment: { ...plan.environment, ...given } },
      undefined,
    );
    expect(environment).toMatchObject(given);
    expect(environment).not.toHaveProperty('EVIDENCE_DIR');
  });

  it('notifications alone is told how mail and webhooks lead outside', () => {
    const given = { MAIL_SMTP_PASSWORD_FILE: '/s/mail', WEBHOOK_ALLOWED_NETWORKS: '10.1.2.0/24' };
    const named = { ...plan, environment: { ...plan.environment, ...given } };
    expect(serviceEnvironment('notifications', named, undefined)).toMatchObject(given);
    for (const service of SERVICE_NAMES.filter((name) => name !== 'notifications'))
      expect(JSON.stringify(serviceEnvironment(service, named, undefined))).not.toMatch(/MAIL_|WEBHOOK_/u);
  });

  it("nobody is told the superuser's password or what was not meant for the platform", () => {
    for (const service of SERVICE_NAMES) {
      const told = JSON.stringify(serviceEnvironment(service, plan, undefined));
      expect(told).not.toContain('secret@');
      expect(told).not.toContain('AWS_SECRET');
    }
  });

  it('a moved clock reaches the services where it stands, and not the gateway: sessions are real', () => {
    expect(serviceEnvironment('audit', plan, '2021-01-04T00:00:00.000Z')).toMatchObject({
      JIANGONG_MOVED_CLOCK: '2021-01-04T00:00:00.000Z',
    });
    expect(serviceEnvironment('gateway', plan, '2021-01-04T00:00:00.000Z')).not.toHaveProperty('JIANGONG_MOVED_CLOCK');
  });

  it('a fault run adds to one service, and changes its mind between two starts', () => {
    const path = fileWith({ audit: { FAKETIME: '-3d', LOG_LEVEL: 'debug' } });
    const faulty = { ...plan, environment: { ...plan.environment, SERVICE_ENVIRONMENT_FILE: path } };
    expect(serviceEnvironment('audit', faulty, undefined)).toEqual({
      ...serviceEnvironment('audit', plan, undefined),
      FAKETIME: '-3d',
      LOG_LEVEL: 'debug',
    });
    expect(serviceEnvironment('membership', faulty, undefined)).toEqual(
      serviceEnvironment('membership', plan, undefined),
    );
    writeFileSync(path, '{}');
    expect(serviceEnvironment('audit', faulty, undefined)).toEqual(serviceEnvironment('audit', plan, undefined));
  });

  it('telemetry is loaded first, and only when there is somewhere to send it', () => {
    expect(nodeOptions('audit', plan)).toEqual(['--max-old-space-size=256', '--max-semi-space-size=4']);
    expect(nodeOptions('gateway', plan)).toEqual([
      '--max-old-space-size=384',
      '--min-semi-space-size=16',
      '--max-semi-space-size=16',
    ]);
    expect(nodeOptions('audit', { ...plan, environment: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' } })).toEqual(
      expect.arrayContaining(['--import', 'file:///audit/register.js']),
    );
  });
});
