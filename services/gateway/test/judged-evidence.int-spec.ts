import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt, refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const ID = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c01';
const OF = `/v1/rounds/${ID}/entries/${ID}`;
const TEXT = Buffer.from('现场检查照片说明', 'utf8');
const NAMER = '99999999-9999-4999-8999-999999999999';

let world: GatewayUnderTest;
let officer: Browser;
beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
});
afterAll(async () => world.stop());

const put = async (): Promise<string> => {
  world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(4_711) }));
  const kept = await officer.fetch('/v1/evidence', { method: 'POST', body: TEXT });
  return ((await kept.json()) as { sha256: string }).sha256;
};

describe.each([
  ['a finding', 'getFindingEvidence', (sha256: string) => `${OF}/occurrences/${ID}/evidence/${sha256}`],
  ['an appeal', 'getAppealEvidence', (sha256: string) => `${OF}/appeals/${ID}/evidence/${sha256}`],
  ['a claim', 'getClaimEvidence', (sha256: string) => `${OF}/bonus-claims/${ID}/evidence/${sha256}`],
  ['a measured value', 'getMeasureEvidence', (sha256: string) => `${OF}/measures/placed/evidence/${sha256}`],
] as const)('a document of %s', (_name, rpc, address) => {
  const told = async (sha256: string, headers: Record<string, string> = {}) => {
    const answer = await officer.fetch(address(sha256), { headers });
    return [answer.status, ((await answer.json()) as { reason: string }).reason];
  };
  const known = (destroyedAt: string) => () => ({ mediaType: 'text/plain', bytes: TEXT.length, destroyedAt });

  it('is handed out where evaluation shows it and whoever named it had added it, saved and never shown, in parts too', async () => {
    const sha256 = await put();
    const asked: unknown[] = [];
    world.services.answer('evaluation', rpc, () => ({ namedBy: [NAMER] }));
    world.services.answer('merit-projects', 'getNamedEvidence', (request) => {
      asked.push(request);
      return known('')();
    });
    const answer = await officer.fetch(address(sha256));
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(TEXT);
    expect(asked).toEqual([{ sha256, namedBy: [NAMER] }]);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*\.txt/u);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect((await officer.fetch(address(sha256), { headers: { range: 'bytes=0-5' } })).status).toBe(206);
    expect((await officer.fetch(address(sha256), { headers: { 'if-none-match': `"${sha256}"` } })).status).toBe(304);
  });

  it('is not there where nothing that the caller is shown names it: nobody else is asked', async () => {
    const sha256 = await put();
    world.services.answer('evaluation', rpc, () => ({ namedBy: [] }));
    world.services.answer('merit-projects', 'getNamedEvidence', () => {
      throw new Error('not asked');
    });
    expect(await told(sha256)).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    // Also to whoever says that he has it.
    expect(await told(sha256, { 'if-none-match': `"${sha256}"` })).toEqual([404, 'EVIDENCE_NOT_FOUND']);
  });

  it('is not there where whoever named it never had it, and gone once it is destroyed', async () => {
    const sha256 = await put();
    world.services.answer('evaluation', rpc, () => ({ namedBy: [NAMER] }));
    world.services.answer('merit-projects', 'getNamedEvidence', () => {
      throw refusal(status.NOT_FOUND, 'EVIDENCE_NOT_FOUND');
    });
    expect(await told(sha256)).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    world.services.answer('merit-projects', 'getNamedEvidence', known('2021-12-01T02:00:00.000Z'));
    expect(await told(sha256)).toEqual([410, 'EVIDENCE_GONE']);
  });

  it('is not there for whoever is shown nothing of it, with the reason of its own page', async () => {
    world.services.answer('evaluation', rpc, () => {
      throw refusal(status.PERMISSION_DENIED, 'PERMISSION_DENIED');
    });
    expect((await told('e'.repeat(64)))[0]).toBe(403);
  });
});
