import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt } from './fake-services.ts';
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
    world.services.answer('merit-projects', 'getEvidence', () => ({ mediaType: 'text/plain', bytes: text.length }));
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
});
