import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { loadSample } from '../src/sample.ts';

const SET_UP_LINK = { url: 'http://127.0.0.1:1/set-up?token=secret-of-this-test', code: 'AAAA-BBBB' };
const given = {
  url: 'http://127.0.0.1:1',
  signIns: '/nowhere/sample-sign-ins.tsv',
  program: join(import.meta.dirname, 'fake-loader.mjs'),
};

describe('loading the sample', () => {
  it('hands the one-time link over where nobody else on the machine sees it', async () => {
    const said: string[] = [];
    await loadSample({ ...given, setUpLink: SET_UP_LINK, say: (line) => void said.push(line) });
    expect(said).toEqual([
      'arguments: --url http://127.0.0.1:1 --sign-ins /nowhere/sample-sign-ins.tsv',
      `secret: ${SET_UP_LINK.url} ${SET_UP_LINK.code}`,
      'seen by others: false',
    ]);
  });

  it('fails when the loader does', async () => {
    await expect(loadSample({ ...given, setUpLink: { url: '', code: '' }, say: () => undefined })).rejects.toThrow(
      'the sample could not be loaded (exit 1)',
    );
  });
});
