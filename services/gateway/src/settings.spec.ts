import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.ts';

const GIVEN = {
  DATABASE_URL: 'postgres://gateway@127.0.0.1:5432/jiangong',
  JIANGONG_MASTER_KEY_FILE: '/run/master-key',
  SERVICE_TOKEN_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----',
  EVIDENCE_DIR: '/var/evidence',
  ...Object.fromEntries(
    ['ORGANIZATIONS', 'MEMBERSHIP', 'MERIT_PROJECTS', 'EVALUATION', 'NOTIFICATIONS', 'AUDIT'].map((name) => [
      `${name}_GRPC`,
      '127.0.0.1:7000',
    ]),
  ),
};

describe('SECOND_FACTOR_ROLES', () => {
  it('names nobody unless told', () => {
    expect(readSettings(GIVEN).secondFactorRoles.size).toBe(0);
    expect(readSettings({ ...GIVEN, SECOND_FACTOR_ROLES: '' }).secondFactorRoles.size).toBe(0);
  });

  it('takes names of roles by comma, and nothing that is none', () => {
    const { secondFactorRoles } = readSettings({ ...GIVEN, SECOND_FACTOR_ROLES: 'auditor, operator' });
    expect([...secondFactorRoles]).toEqual(['auditor', 'operator']);
    expect(() => readSettings({ ...GIVEN, SECOND_FACTOR_ROLES: 'auditors' })).toThrow('SECOND_FACTOR_ROLES');
  });

  it('is refused with an issuer outside, which nobody here could hold to it', () => {
    const outside = { OIDC_ISSUER: 'https://sso.example.org', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
    expect(() => readSettings({ ...GIVEN, ...outside, SECOND_FACTOR_ROLES: 'auditor' })).toThrow('built-in issuer');
  });
});
