import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateEnvironment, ensureCertificates } from '../src/certificates.ts';
import { SERVICE_NAMES } from '../src/service-names.ts';

const DAY_MS = 86_400_000;

let directory: string;
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'jiangong-certificates-')), 'tls');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const certificateOf = async (service: (typeof SERVICE_NAMES)[number]): Promise<X509Certificate> =>
  new X509Certificate(await readFile(certificateEnvironment(directory, service)['TLS_CERT_FILE'] as string));

describe('the certificates of an installation', () => {
  it('name each service and its identity, and are signed by the one authority', async () => {
    expect(await ensureCertificates(directory, Date.now())).toEqual(SERVICE_NAMES);
    const authority = new X509Certificate(await readFile(join(directory, 'authority.crt')));
    for (const service of SERVICE_NAMES) {
      const certificate = await certificateOf(service);
      expect(certificate.verify(authority.publicKey)).toBe(true);
      expect(certificate.subjectAltName).toBe(`DNS:${service}, URI:spiffe://jiangong/${service}`);
      const key = await stat(certificateEnvironment(directory, service)['TLS_KEY_FILE'] as string);
      expect(key.mode & 0o777).toBe(0o600);
    }
  });

  it('stay while they are good, and are replaced ten days before they end', async () => {
    const start = Date.now();
    await ensureCertificates(directory, start);
    const before = (await certificateOf('gateway')).serialNumber;
    expect(await ensureCertificates(directory, start + 19 * DAY_MS)).toEqual([]);
    expect((await certificateOf('gateway')).serialNumber).toBe(before);
    expect(await ensureCertificates(directory, start + 21 * DAY_MS)).toEqual(SERVICE_NAMES);
    expect((await certificateOf('gateway')).serialNumber).not.toBe(before);
  });

  it('are all replaced when the authority was', async () => {
    await ensureCertificates(directory, Date.now());
    await rm(join(directory, 'authority.key'));
    expect(await ensureCertificates(directory, Date.now())).toEqual(SERVICE_NAMES);
  });
});
