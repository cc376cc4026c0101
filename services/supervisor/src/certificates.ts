import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Authority,
  authorityFromPem,
  CERTIFICATE_DAYS,
  issueCertificate,
  makeAuthority,
} from '@jiangong/service-host/certificates';
import { SERVICE_NAMES, type ServiceName } from './service-names.ts';

/** A certificate with less time left is replaced. */
export const RENEW_BEFORE_DAYS = 10;

/** How often a running platform looks whether one must be replaced. */
export const RENEWAL_LOOKED_AT_MS = 3_600_000;

const DAY_MS = 86_400_000;

export type CertificateFiles = Readonly<{ certificate: string; key: string; authorities: string }>;

const filesOf = (directory: string, service: ServiceName): CertificateFiles => ({
  certificate: join(directory, service, 'tls.crt'),
  key: join(directory, service, 'tls.key'),
  authorities: join(directory, service, 'ca.crt'),
});

const readIfThere = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** Whoever reads the path finds the old file or the new one, whole. */
const replace = async (path: string, text: string): Promise<void> => {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
};

const ensureAuthority = async (directory: string, nowMs: number): Promise<Authority> => {
  const paths = { certificate: join(directory, 'authority.crt'), key: join(directory, 'authority.key') };
  const [certificate, key] = await Promise.all([readIfThere(paths.certificate), readIfThere(paths.key)]);
  if (certificate !== undefined && key !== undefined) return authorityFromPem({ certificate, key });
  const made = await makeAuthority('Jiangong installation', nowMs);
  await replace(paths.key, made.keyPem);
  await replace(paths.certificate, made.certificatePem);
  return made;
};

const isGood = async (files: CertificateFiles, authority: Authority, nowMs: number): Promise<boolean> => {
  const [pem, key, authorities] = await Promise.all([
    readIfThere(files.certificate),
    readIfThere(files.key),
    readIfThere(files.authorities),
  ]);
  if (pem === undefined || key === undefined || authorities !== authority.certificatePem) return false;
  const certificate = new X509Certificate(pem);
  return (
    certificate.verify(new X509Certificate(authority.certificatePem).publicKey) &&
    Date.parse(certificate.validTo) - nowMs > RENEW_BEFORE_DAYS * DAY_MS
  );
};

/**
 * Makes the installation's authority at the first time, and for each service a certificate where it has none that is good for a while.
 * Answers the services that got a new one. Running services take it without a restart (libs/service-host).
 */
export const ensureCertificates = async (directory: string, nowMs: number): Promise<readonly ServiceName[]> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const authority = await ensureAuthority(directory, nowMs);
  const renewed: ServiceName[] = [];
  for (const service of SERVICE_NAMES) {
    const files = filesOf(directory, service);
    if (await isGood(files, authority, nowMs)) continue;
    await mkdir(join(directory, service), { recursive: true, mode: 0o700 });
    const issued = await issueCertificate(authority, {
      service,
      notBeforeMs: nowMs,
      notAfterMs: nowMs + CERTIFICATE_DAYS * DAY_MS,
    });
    await replace(files.key, issued.key);
    await replace(files.certificate, issued.certificate);
    await replace(files.authorities, authority.certificatePem);
    renewed.push(service);
  }
  return renewed;
};

/** Where one service finds its own, as its environment says it. */
export const certificateEnvironment = (directory: string, service: ServiceName): NodeJS.ProcessEnv => {
  const { certificate, key, authorities } = filesOf(directory, service);
  return { TLS_CERT_FILE: certificate, TLS_KEY_FILE: key, TLS_CA_FILE: authorities };
};

/** Replaces certificates in time for as long as the platform runs; the answer ends that. */
export const keepRenewed = (directory: string, say: (line: string) => void): (() => Promise<void>) => {
  const timer = setInterval(() => {
    ensureCertificates(directory, Date.now()).then(
      (renewed) => renewed.length > 0 && say(`new certificates for ${renewed.join(', ')}`),
      (error: unknown) => say(`certificates could not be renewed: ${(error as Error).message}`),
    );
  }, RENEWAL_LOOKED_AT_MS);
  return async () => clearInterval(timer);
};
