import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { browser, locationOf, openLogin } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(120_000);

let directory: string;
let sample: GatewayUnderTest;
let real: GatewayUnderTest;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-sample-'));
  // One after the other: two that look for a free port at once may find the same.
  sample = await startGatewayUnderTest({ SAMPLE_SIGN_INS: join(directory, 'sample-sign-ins.tsv') });
  real = await startGatewayUnderTest();
  await setUp(sample);
  await setUp(real);
});
afterAll(async () => {
  await sample?.stop();
  await real?.stop();
  await rm(directory, { recursive: true, force: true });
});

const signInPage = async ({ url }: GatewayUnderTest) => {
  const visitor = browser(url);
  const path = await openLogin(visitor);
  return { visitor, path, html: await (await visitor.fetch(path)).text() };
};

describe('the invented people of the sample', () => {
  it('are not offered before the sample is there', async () => {
    expect((await signInPage(sample)).html).not.toContain('示例人物');
  });

  it('are offered by role at the sign-in once it is, without any password, and one click is a sign-in', async () => {
    await writeFile(
      join(directory, 'sample-sign-ins.tsv'),
      `${CREDENTIALS.login}\t${CREDENTIALS.password}\tcommittee-officer\t王<工>（虚构）\n`,
    );
    const { visitor, path, html } = await signInPage(sample);
    expect(html).toContain('机关党委工作人员');
    expect(html).toContain('王&lt;工&gt;（虚构）');
    expect(html).not.toContain(CREDENTIALS.password);
    const entered = await visitor.form(`${path}/sample`, { login: CREDENTIALS.login });
    expect(entered.status).toBe(303);
    const callback = locationOf(await visitor.fetch(locationOf(entered)));
    expect((await visitor.fetch(callback)).status).toBe(303);
    expect(visitor.cookies.get('jiangong')).toMatch(/^[A-Za-z0-9_-]{43}$/u);
  });

  it('are those of the file only, and from the page of this site only', async () => {
    const { visitor, path } = await signInPage(sample);
    expect((await visitor.form(`${path}/sample`, { login: 'somebody-else' })).status).toBe(401);
    const elsewhere = await visitor.form(
      `${path}/sample`,
      { login: CREDENTIALS.login },
      { origin: 'https://evil.example' },
    );
    expect(elsewhere.status).toBe(403);
  });

  it('exist nowhere else: without the setting there is neither a word of them nor their address', async () => {
    const { visitor, path, html } = await signInPage(real);
    expect(html).not.toContain('示例人物');
    expect((await visitor.form(`${path}/sample`, { login: CREDENTIALS.login })).status).toBe(404);
  });
});
