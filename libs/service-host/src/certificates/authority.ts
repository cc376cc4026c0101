import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto, X509Certificate as ReadCertificate } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** How long an authority is good. */
export const AUTHORITY_DAYS = 3_650;

/** How long a service's certificate is good: renewed long before. */
export const CERTIFICATE_DAYS = 30;

/** Clocks of machines differ: a new certificate is good for those that are behind, too. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

const DAY_MS = 86_400_000;
const SERIAL_BYTES = 16;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

cryptoProvider.set(webcrypto);

/** Who signs the certificates of one installation. Its key never leaves where certificates are made. */
export type Authority = Readonly<{
  certificate: X509Certificate;
  key: webcrypto.CryptoKey;
  certificatePem: string;
  keyPem: string;
}>;

/** PEM. */
export type Issued = Readonly<{ certificate: string; key: string }>;

/** Positive, as RFC 5280 4.1.2.2 wants it. */
const newSerial = (): string => {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
};

const newPair = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

const keyPemOf = async (key: webcrypto.CryptoKey): Promise<string> =>
  createPrivateKey({ key: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)), format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();

/** PEM as RFC 7468 wants it, with the end of its last line: files that are written one after the other are still good. */
const pemOf = (certificate: X509Certificate): string =>
  new ReadCertificate(Buffer.from(certificate.rawData)).toString();

/** An authority that signs itself. It may sign certificates of services and no further authorities. */
export const makeAuthority = async (name: string, nowMs: number): Promise<Authority> => {
  const keys = await newPair();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: `CN=${name}`,
    notBefore: new Date(nowMs - CLOCK_DIFFERENCE_MS),
    notAfter: new Date(nowMs + AUTHORITY_DAYS * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      // RFC 5280 4.2.1.2. The next authority bears the same name: whoever believes both tells them apart by it.
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificate,
    key: keys.privateKey,
    certificatePem: pemOf(certificate),
    keyPem: await keyPemOf(keys.privateKey),
  };
};

/** An authority as it was kept. */
export const authorityFromPem = async ({ certificate, key }: Issued): Promise<Authority> => {
  const kept = new X509Certificate(certificate);
  const der = createPrivateKey(key).export({ format: 'der', type: 'pkcs8' });
  return {
    certificate: kept,
    key: await webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, true, ['sign']),
    certificatePem: pemOf(kept),
    keyPem: key,
  };
};

export type IssueOptions = Readonly<{
  /** The service: its certificate's DNS name, which clients check, and its SPIFFE identity, which servers check. */
  service: string;
  notBeforeMs: number;
  notAfterMs: number;
}>;

/** A certificate that its holder may show as a client and as a server. */
export const issueCertificate = async (
  authority: Authority,
  { service, notBeforeMs, notAfterMs }: IssueOptions,
): Promise<Issued> => {
  const keys = await newPair();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: `CN=${service}`,
    issuer: authority.certificate.subject,
    notBefore: new Date(notBeforeMs - CLOCK_DIFFERENCE_MS),
    notAfter: new Date(notAfterMs),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: service },
        { type: 'url', value: `spiffe://jiangong/${service}` },
      ]),
      await AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: pemOf(certificate), key: await keyPemOf(keys.privateKey) };
};
