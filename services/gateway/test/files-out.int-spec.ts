import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { sampleFiles } from '@jiangong/evidence/testing';
import { unzipSync } from 'fflate';
import { ARCHIVE_BYTES_MAX } from '../src/adapters/http/entry-archive.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt, refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const ENTRY = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c01';

let world: GatewayUnderTest;
let officer: Browser;
beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
});
afterAll(async () => world.stop());

describe('files that are handed out', () => {
  it('a file is handed out in parts, or not at all to whoever has it', async () => {
    world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(4_711) }));
    const text = Buffer.from('佐证材料 0123456789', 'utf8');
    const kept = await officer.fetch('/v1/evidence', { method: 'POST', body: text });
    const { sha256 } = (await kept.json()) as { sha256: string };
    world.services.answer('merit-projects', 'getEvidence', () => ({
      mediaType: 'text/plain',
      bytes: text.length,
      destroyedAt: '',
    }));
    const get = async (headers: Record<string, string>) => {
      const answer = await officer.fetch(`/v1/evidence/${sha256}?entryId=${ENTRY}`, { headers });
      const body = Buffer.from(await answer.arrayBuffer());
      return [answer.status, answer.headers.get('content-range'), answer.status < 300 ? body.toString('utf8') : ''];
    };
    const size = text.length;
    const whole = [200, null, text.toString('utf8')];
    expect(await get({})).toEqual(whole);
    expect(await get({ range: 'bytes=13-15' })).toEqual([206, `bytes 13-15/${size}`, '012']);
    expect(await get({ range: 'bytes=-3' })).toEqual([206, `bytes ${size - 3}-${size - 1}/${size}`, '789']);
    expect(await get({ range: `bytes=${size}-` })).toEqual([416, `bytes */${size}`, '']);
    for (const range of ['bytes=0-1,4-5', 'bytes=5-1', 'lines=0-1', 'nonsense'])
      expect(await get({ range })).toEqual(whole);
    expect(await get({ 'if-none-match': `"another", W/"${sha256}"` })).toEqual([304, null, '']);
    expect(await get({ 'if-none-match': '"another"' })).toEqual(whole);
  });

  it('a picture is shown small, and nothing else is', async () => {
    world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(4_712) }));
    world.services.answer('merit-projects', 'getEvidence', () => ({
      mediaType: 'image/png',
      bytes: 70,
      destroyedAt: '',
    }));
    const put = async (body: Buffer): Promise<string> => {
      const kept = await officer.fetch('/v1/evidence', { method: 'POST', body });
      return ((await kept.json()) as { sha256: string }).sha256;
    };
    const small = async (sha256: string) => officer.fetch(`/v1/entries/${ENTRY}/files/${sha256}/preview?width=320`);
    const picture = await put(sampleFiles['image/png']);
    for (const _ of ['drawn', 'kept']) {
      const shown = await small(picture);
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(Buffer.from(await shown.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP');
    }
    const told = async (answer: Response) => [answer.status, ((await answer.json()) as { reason: string }).reason];
    expect(await told(await small(await put(sampleFiles['application/pdf'])))).toEqual([415, 'NO_PREVIEW']);
    expect(await told(await small('0'.repeat(64)))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    world.services.answer('merit-projects', 'getEvidence', () => {
      throw refusal(status.PERMISSION_DENIED, 'NO_GRANT');
    });
    expect(await told(await small(picture))).toEqual([403, 'NO_GRANT']);
  });

  it('all files of an entry come as one archive, named by their captions', async () => {
    world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(4_713) }));
    const contents = [sampleFiles['text/plain'], sampleFiles['application/pdf']];
    const hashes: string[] = [];
    for (const body of contents) {
      const kept = await officer.fetch('/v1/evidence', { method: 'POST', body });
      hashes.push(((await kept.json()) as { sha256: string }).sha256);
    }
    const [record, paper] = hashes;
    const file = (sha256: string | undefined, mediaType: string, caption: string, bytes: number) => ({
      ...{ sha256, mediaType, bytes, caption, kind: '', addedAt: '2021-05-09T02:00:00.000Z', addedBy: '', uses: [] },
    });
    const answered = (bytes: number) => () => ({
      files: [file(record, 'text/plain', '现场记录', bytes), file(paper, 'application/pdf', '../证明', 15)],
    });
    world.services.answer('merit-projects', 'listEntryFiles', answered(20));
    const answer = await officer.fetch(`/v1/entries/${ENTRY}/archive`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const opened = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(opened)).toEqual(['1-现场记录.txt', '2-_证明.pdf']);
    expect(Object.values(opened).map((content) => Buffer.from(content))).toEqual(contents);
    world.services.answer('merit-projects', 'listEntryFiles', answered(ARCHIVE_BYTES_MAX));
    expect((await officer.fetch(`/v1/entries/${ENTRY}/archive`)).status).toBe(413);
    world.services.answer('merit-projects', 'listEntryFiles', () => ({
      files: [file('f'.repeat(64), 'text/plain', '', 1)],
    }));
    const gone = await officer.fetch(`/v1/entries/${ENTRY}/archive`);
    await expect(gone.arrayBuffer()).rejects.toThrow();
  });

  it('what was destroyed is answered with 410 everywhere, and its bytes and pictures are gone', async () => {
    world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(4_714) }));
    const picture = sampleFiles['image/png'];
    const kept = await officer.fetch('/v1/evidence', { method: 'POST', body: picture });
    const { sha256 } = (await kept.json()) as { sha256: string };
    const known = (destroyedAt: string) => () => ({ mediaType: 'image/png', bytes: picture.length, destroyedAt });
    world.services.answer('merit-projects', 'getEvidence', known(''));
    const preview = `/v1/entries/${ENTRY}/files/${sha256}/preview?width=320`;
    expect((await officer.fetch(preview)).status).toBe(200);
    world.services.answer('merit-projects', 'destroyEvidence', () => ({ receipt: receipt(4_715) }));
    const path = `/v1/entries/${ENTRY}/files/${sha256}/destruction/${ENTRY}/carry-out`;
    const destroyed = await officer.post(path, { why: '照片中有身份证号' });
    expect(destroyed.status).toBe(200);

    // Even where the service had not heard of it yet, there is nothing to hand out and nothing to draw.
    const read = `/v1/evidence/${sha256}?entryId=${ENTRY}`;
    const told = async (address: string, headers: Record<string, string> = {}) => {
      const answer = await officer.fetch(address, { headers });
      return [answer.status, ((await answer.json()) as { reason: string }).reason];
    };
    for (const address of [read, preview]) expect(await told(address)).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    const at = '2021-12-01T02:00:00.000Z';
    world.services.answer('merit-projects', 'getEvidence', known(at));
    world.services.answer('merit-projects', 'getObjectionEvidence', known(at));
    for (const address of [read, preview, `/v1/objections/${ENTRY}/evidence/${sha256}`])
      expect(await told(address)).toEqual([410, 'EVIDENCE_GONE']);
    expect(await told(read, { 'if-none-match': `"${sha256}"` })).toEqual([410, 'EVIDENCE_GONE']);
    const note = await officer.fetch('/v1/evidence', { method: 'POST', body: sampleFiles['text/plain'] });
    const { sha256: left } = (await note.json()) as { sha256: string };
    const file = { caption: '', kind: '', addedAt: at, addedBy: '', uses: [] };
    const going = { state: 'destroyed', proposalId: '', proposedAt: '', destroyedAt: at };
    world.services.answer('merit-projects', 'listEntryFiles', () => ({
      files: [
        { ...file, sha256, mediaType: 'image/png', bytes: 70, destruction: going },
        { ...file, sha256: left, mediaType: 'text/plain', bytes: sampleFiles['text/plain'].length },
      ],
    }));
    const archive = await officer.fetch(`/v1/entries/${ENTRY}/archive`);
    const opened = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    expect(Object.values(opened).map((content) => Buffer.from(content))).toEqual([sampleFiles['text/plain']]);
  });

  it('bytes that came back from a copy older than the log are taken away when the gateway starts, and no others', async () => {
    world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(4_716) }));
    const [back, other] = ['带回来的材料', '另一份材料'].map((text) => Buffer.from(text, 'utf8')) as [Buffer, Buffer];
    const put = async (body: Buffer): Promise<string> => {
      const kept = await officer.fetch('/v1/evidence', { method: 'POST', body });
      return ((await kept.json()) as { sha256: string }).sha256;
    };
    const [gone, stays] = [await put(back), await put(other)];
    world.services.answer('merit-projects', 'getEvidence', () => ({
      ...{ mediaType: 'text/plain', bytes: 0, destroyedAt: '' },
    }));
    const read = async (sha256: string) => (await officer.fetch(`/v1/evidence/${sha256}?entryId=${ENTRY}`)).status;
    expect([await read(gone), await read(stays)]).toEqual([200, 200]);
    const asked = new Promise<void>((resolve) => {
      world.services.answer('merit-projects', 'listDestroyedEvidence', (request) => {
        const { afterPosition } = request as { afterPosition: number };
        if (afterPosition > 0) resolve();
        return { files: afterPosition > 0 ? [] : [{ sha256: gone, position: 9 }] };
      });
    });
    await world.restart();
    // The second question is asked when the first page has been taken away.
    await asked;
    expect([await read(gone), await read(stays)]).toEqual([404, 200]);
  });
});
