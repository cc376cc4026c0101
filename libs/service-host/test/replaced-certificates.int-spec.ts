import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { Client, status } from '@grpc/grpc-js';
import { authorityFromPem, issueCertificate, makeAuthority } from '@jiangong/service-host/certificates';
import { channelCredentials, channelOptionsTo, channelTarget, WatchedCertificates } from '@jiangong/service-host/nest';
import { call, DAY_MS, type Heard, NEVER_MS, openStage, QUIET, type Stage } from './tls-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.closeOpened());
afterAll(() => stage?.close());

describe('certificates that are replaced while they are used', () => {
  it('in files written one after the other are all believed, and one that is cut off is said', async () => {
    const { ours, theirs, writeFiles, watch, clientWith } = stage;
    const files = await writeFiles('organizations-4', { service: 'organizations' });
    const joined = [theirs, ours].map(({ certificatePem }) => certificatePem.trimEnd()).join('');
    await writeFile(files.authorities, joined);
    const heard: Heard = { taken: 0, refused: [] };
    const gateway = await watch({ ...(await writeFiles('gateway')), authorities: files.authorities }, heard);
    expect((await call(clientWith(channelCredentials(gateway)))).code).toBe(status.OK);
    await writeFile(files.authorities, joined.slice(0, -40));
    await gateway.look();
    expect(heard.refused).toEqual([
      { err: new Error(`${files.authorities} holds no certificate, or one that is cut off`) },
    ]);
    expect((await call(clientWith(channelCredentials(gateway)))).code).toBe(status.OK);
  });

  it('lose no call, and the old authority is refused afterwards', async () => {
    const { ours, port, server, heardOfServer, writeFiles, watch, gatewayWith } = stage;
    // An installation's next authority bears the name of the one before.
    const next = await makeAuthority('our authority', Date.now());
    const heard: Heard = { taken: 0, refused: [] };
    const both = { ...ours, certificatePem: ours.certificatePem + next.certificatePem };
    const gateway = await watch(await writeFiles('gateway'), heard);
    const answers: { code: status; said: string }[] = [];
    let going = true;
    const steadily = (async () => {
      // A new channel for every few calls: connections made before, during and after the change.
      while (going) {
        const client = new Client(channelTarget(`127.0.0.1:${port}`), channelCredentials(gateway), {
          ...channelOptionsTo('organizations'),
          'grpc.use_local_subchannel_pool': 1,
        });
        for (let n = 0; n < 3; n++) answers.push(await call(client));
        client.close();
      }
    })();
    const served = async (least: number): Promise<void> => {
      const until = answers.length + least;
      while (answers.length < until) await new Promise((resolve) => setImmediate(resolve));
    };
    await served(6);
    // Both sides believe both, then both show the new, then both believe only the new.
    await writeFiles('organizations', { believes: both });
    await writeFiles('gateway', { believes: both });
    await Promise.all([server.look(), gateway.look()]);
    await served(6);
    await writeFiles('organizations', { authority: next, believes: both });
    await writeFiles('gateway', { authority: next, believes: both });
    await Promise.all([server.look(), gateway.look()]);
    await served(6);
    await writeFiles('organizations', { authority: next, believes: next });
    await writeFiles('gateway', { authority: next, believes: next });
    await Promise.all([server.look(), gateway.look()]);
    await served(6);
    going = false;
    await steadily;
    expect(answers.filter(({ code }) => code !== status.OK)).toEqual([]);
    const everyChange = { taken: 3, refused: [] };
    expect({ heard, heardOfServer }).toEqual({ heard: everyChange, heardOfServer: everyChange });
    expect((await call(await gatewayWith({ authority: ours, believes: next }))).code).toBe(status.UNAVAILABLE);
    expect(await call(await gatewayWith({ authority: next, believes: next }))).toEqual({ code: status.OK, said: '' });
  });

  it('that do not belong together are not taken: the last good ones serve on', async () => {
    const { ours, opened, writeFiles } = stage;
    const files = await writeFiles('organizations-2', { service: 'organizations' });
    const warned: string[] = [];
    const watched = await WatchedCertificates.open({
      files,
      log: { ...QUIET, warn: (_, message) => void warned.push(message) },
      everyMs: NEVER_MS,
    });
    opened.push(watched);
    const before = watched.expiresMs();
    const other = await issueCertificate(ours, {
      service: 'organizations',
      notBeforeMs: Date.now(),
      notAfterMs: Date.now() + 5 * DAY_MS,
    });
    await writeFile(files.certificate, other.certificate);
    await watched.look();
    expect(watched.expiresMs()).toBe(before);
    expect(warned).toHaveLength(1);
    await writeFile(files.key, other.key);
    await watched.look();
    expect(watched.expiresMs()).toBeGreaterThan(before);
  });

  it('do not open at all where a key is another’s', async () => {
    const { theirs, writeFiles } = stage;
    const files = await writeFiles('organizations-3');
    await writeFile(
      files.key,
      (await authorityFromPem({ certificate: theirs.certificatePem, key: theirs.keyPem })).keyPem,
    );
    await expect(WatchedCertificates.open({ files, log: QUIET })).rejects.toThrow('is not the key of');
  });
});
