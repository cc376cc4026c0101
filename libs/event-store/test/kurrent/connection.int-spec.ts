import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { connect, connectionStringOf } from '../../src/kurrent/connection.ts';

const passwordFile = join(mkdtempSync(join(tmpdir(), 'kurrent-')), 'password');
writeFileSync(passwordFile, 'p@ss:w/rd?&\n');

describe('the connection to KurrentDB', () => {
  it('takes the password from its file, and names certificates and the process', () => {
    const connection = {
      url: 'kurrentdb://ops@a:2113,b:2113?nodePreference=leader',
      passwordFile,
      caFile: '/run/ca.crt',
      userCertFile: '/run/user.crt',
      userKeyFile: '/run/user.key',
    };
    expect(connectionStringOf(connection, 'jiangong audit')).toBe(
      'kurrentdb://ops:p%40ss%3Aw%2Frd%3F%26@a:2113,b:2113?nodePreference=leader&tlsCaFile=%2Frun%2Fca.crt&userCertFile=%2Frun%2Fuser.crt&userKeyFile=%2Frun%2Fuser.key&connectionName=jiangong%20audit&defaultDeadline=10000',
    );
  });

  it('refuses a password in the address, half a certificate, and a user without a password, and repeats no secret', () => {
    const wrong = [
      { url: 'kurrentdb://ops:secret@a:2113' },
      { url: 'kurrentdb://a:2113', userCertFile: '/x' },
      { url: 'kurrentdb://ops@a:2113' },
      { url: 'kurrentdb://a:2113', passwordFile },
      { url: 'secret' },
    ];
    for (const connection of wrong) {
      expect(() => connectionStringOf(connection, 'x')).toThrow();
      expect(() => connectionStringOf(connection, 'x')).not.toThrow('secret');
    }
  });

  it('repeats no secret when the client does not understand the address', () => {
    expect(() => connect({ url: 'kurrentdb://ops@a:port', passwordFile }, 'x')).toThrow(
      'KURRENTDB_URL, or a file named beside it',
    );
  });
});
