import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { experimental } from '@grpc/grpc-js';
import type { Logger } from '@jiangong/telemetry';
import type { TlsFiles } from './tls-files.ts';

/** How often the files are looked at: a new certificate serves at most so much later. */
export const CERTIFICATES_LOOKED_AT_MS = 5_000;

type Material = Readonly<{ authorities: Buffer; certificate: Buffer; key: Buffer }>;

/** The certificate at the beginning of a PEM file: a process's own, before those of authorities between. */
const leafOf = ({ certificate }: Material): X509Certificate => new X509Certificate(certificate);

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu;

/**
 * Every certificate of a file, each on lines of its own. TLS itself would take the first ones and leave out, without a word, what comes
 * after one that it can not read; and a file without the end of its last line makes its follower such a one.
 */
const readCertificates = async (path: string): Promise<Buffer> => {
  const text = await readFile(path, 'utf8');
  const found = text.match(PEM_CERTIFICATE) ?? [];
  if (found.length === 0 || found.length !== text.split('-----BEGIN CERTIFICATE').length - 1)
    throw new Error(`${path} holds no certificate, or one that is cut off`);
  return Buffer.from(found.map((pem) => new X509Certificate(pem).toString()).join(''));
};

/** Throws when the three do not belong together: they were read while somebody replaced them, or are broken. */
const readMaterial = async ({ certificate, key, authorities }: TlsFiles): Promise<Material> => {
  const [certificateBytes, keyBytes, authorityBytes] = await Promise.all([
    readCertificates(certificate),
    readFile(key),
    readCertificates(authorities),
  ]);
  const material: Material = { certificate: certificateBytes, key: keyBytes, authorities: authorityBytes };
  if (!leafOf(material).checkPrivateKey(createPrivateKey(material.key)))
    throw new Error(`${key} is not the key of ${certificate}`);
  return material;
};

const same = (one: Material, other: Material): boolean =>
  one.authorities.equals(other.authorities) && one.certificate.equals(other.certificate) && one.key.equals(other.key);

export type WatchOptions = Readonly<{ files: TlsFiles; log: Pick<Logger, 'info' | 'warn'>; everyMs?: number }>;

/**
 * The certificate, key and authorities of this process as gRPC takes them, read anew as the files change, without a restart. What does
 * not belong together is not taken: the last good ones serve on, and the log says so. grpc-js brings a file watcher of its own, which
 * takes a certificate and a key apart from each other and drops connections meanwhile.
 */
export class WatchedCertificates implements experimental.CertificateProvider {
  readonly #options: WatchOptions;
  readonly #authorityListeners = new Set<experimental.CaCertificateUpdateListener>();
  readonly #identityListeners = new Set<experimental.IdentityCertificateUpdateListener>();
  readonly #timer: NodeJS.Timeout;
  #material: Material;
  #looking: Promise<void> | undefined;

  private constructor(options: WatchOptions, material: Material) {
    this.#options = options;
    this.#material = material;
    this.#timer = setInterval(() => void this.look(), options.everyMs ?? CERTIFICATES_LOOKED_AT_MS);
    this.#timer.unref();
  }

  /** Rejects when the files can not be read or do not belong together: a process does not start without them. */
  static async open(options: WatchOptions): Promise<WatchedCertificates> {
    return new WatchedCertificates(options, await readMaterial(options.files));
  }

  /** Until when the certificate in use is good, UTC in milliseconds. */
  expiresMs(): number {
    return Date.parse(leafOf(this.#material).validTo);
  }

  /** Reads the files now. Never rejects. */
  look(): Promise<void> {
    this.#looking ??= this.#read().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #read(): Promise<void> {
    const { files, log } = this.#options;
    try {
      const material = await readMaterial(files);
      if (same(material, this.#material)) return;
      this.#material = material;
      for (const listener of this.#authorityListeners) listener(this.#authorities());
      for (const listener of this.#identityListeners) listener(this.#identity());
      log.info({ validTo: leafOf(material).validTo }, 'took a new certificate');
    } catch (error) {
      log.warn({ err: error }, 'the certificate files can not be used: the last good ones serve on');
    }
  }

  #authorities(): experimental.CaCertificateUpdate {
    return { caCertificate: this.#material.authorities };
  }

  #identity(): experimental.IdentityCertificateUpdate {
    return { certificate: this.#material.certificate, privateKey: this.#material.key };
  }

  /** grpc-js enters the listener before it has entered who listens to it: told at once, nobody would hear. */
  #tellLater(tell: () => void): void {
    process.nextTick(tell);
  }

  addCaCertificateListener(listener: experimental.CaCertificateUpdateListener): void {
    this.#authorityListeners.add(listener);
    this.#tellLater(() => listener(this.#authorities()));
  }

  removeCaCertificateListener(listener: experimental.CaCertificateUpdateListener): void {
    this.#authorityListeners.delete(listener);
  }

  addIdentityCertificateListener(listener: experimental.IdentityCertificateUpdateListener): void {
    this.#identityListeners.add(listener);
    this.#tellLater(() => listener(this.#identity()));
  }

  removeIdentityCertificateListener(listener: experimental.IdentityCertificateUpdateListener): void {
    this.#identityListeners.delete(listener);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
