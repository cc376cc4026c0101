import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerCredentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { KurrentConnection } from '@jiangong/event-store/kurrent';
import { sampleAppend } from '@jiangong/event-store/testing';
import { issueCertificate, makeAuthority } from '@jiangong/service-host/certificates';
import { type KurrentBench, startBench } from './kurrent-bench.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'kurrent-tls-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
  return join(folder, name);
};

let bench: KurrentBench;
let signedIn: KurrentConnection;
let strangersCa: string;

beforeAll(async () => {
  const now = Date.now();
  const authority = await makeAuthority('nodes', now);
  const lasting = { notBeforeMs: now, notAfterMs: now + 3_600_000 };
  const node = await issueCertificate(authority, { service: 'localhost', ...lasting });
  const user = await issueCertificate(authority, { service: 'jiangong', ...lasting });
  strangersCa = file('stranger.crt', (await makeAuthority('stranger', now)).certificatePem);
  const ca = Buffer.from(authority.certificatePem);
  const pair = { private_key: Buffer.from(node.key), cert_chain: Buffer.from(node.certificate) };
  bench = await startBench({ credentials: ServerCredentials.createSsl(ca, [pair], true) });
  signedIn = {
    url: `kurrentdb://localhost:${bench.standIn().port}`,
    caFile: file('ca.crt', authority.certificatePem),
    userCertFile: file('user.crt', user.certificate),
    userKeyFile: file('user.key', user.key),
  };
});
afterAll(async () => bench?.close());

const append = (name: string) => sampleAppend(`contract.${name}`, 'no-stream', [{ type: 'Sent.v1', data: {} }], name);

describe('KurrentDB over TLS, with a certificate of the user', () => {
  it('writes, reads and follows with it', async () => {
    const { store } = bench.open({ connection: signedIn });
    expect(await store.append(append('signed'))).toMatchObject({ kind: 'appended', firstPosition: 1 });
    expect(await store.readStream('contract.signed')).toHaveLength(1);
    for await (const page of store.follow({ after: 0, pageMax: 5, signal: new AbortController().signal })) {
      expect(page.events).toHaveLength(1);
      break;
    }
  });

  it('is refused without a certificate, and refuses a node that another authority signed', async () => {
    const { url, caFile, userCertFile, userKeyFile } = signedIn;
    for (const connection of [
      { url, caFile },
      { url, caFile: strangersCa, userCertFile, userKeyFile },
    ]) {
      const { store, close } = bench.open({ connection, takesOrder: false });
      await expect(store.append(append('refused'))).rejects.toThrow();
      await expect(store.readStream('contract.signed')).rejects.toThrow();
      await close();
    }
    expect(bench.log.all).toHaveLength(1);
  });
});
