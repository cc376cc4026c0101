import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TELLING_CONTEXTS } from '@jiangong/messaging/broker';
import { Ajv } from 'ajv';
import { ROOT } from '../../laws/run-tool.ts';
import { asyncapiDocument } from './asyncapi-document.ts';
import { generatedFiles } from './generated-files.ts';
import { toldContexts } from './proto-facts.ts';

const PROTO = join(ROOT, 'proto');
const NOTIFICATIONS = 'jiangong/notifications/events/v1/notifications_events.proto';

const asyncapiSchema = (): object =>
  (createRequire(import.meta.url)('@asyncapi/specs') as { schemasWithoutId: Record<string, object> }).schemasWithoutId[
    '3.0.0'
  ] ?? {};

const validator = () => new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(asyncapiSchema());

/** The real protos with one text replaced in what notifications tells. */
const withChangedProto = async <T>(from: string, to: string, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-asyncapi-'));
  try {
    cpSync(PROTO, folder, { recursive: true });
    const path = join(folder, NOTIFICATIONS);
    const changed = readFileSync(path, 'utf8').replace(from, to);
    writeFileSync(path, changed);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('the AsyncAPI document and the topics', () => {
  it('are what the protos and the definitions say (npm run asyncapi)', async () => {
    for (const { path, text } of await generatedFiles())
      expect([path, await readFile(join(ROOT, path), 'utf8')]).toStrictEqual([path, text]);
  });

  it('every context that tells facts has a topic, and no other', async () => {
    expect((await toldContexts(PROTO)).map(({ context }) => context)).toStrictEqual([...TELLING_CONTEXTS].toSorted());
  });

  it('are valid AsyncAPI 3.0, and a document that is not is found out', async () => {
    const document = asyncapiDocument(await toldContexts(PROTO));
    const validate = validator();
    expect([validate(document), validate.errors]).toStrictEqual([true, null]);
    expect(validate({ ...document, channels: { evaluation: { adress: 'misspelt' } } })).toBe(false);
  }, 30_000);

  it('a planted field changes them', async () => {
    const [committed] = await generatedFiles();
    const planted = await withChangedProto(
      'string stage = 2;',
      'string stage = 2;\n  // Planted.\n  string planted = 99;',
      generatedFiles,
    );
    expect(planted[0]?.text).not.toBe(committed?.text);
    expect(planted[0]?.text).toContain('description: Planted.');
  });

  it('a type that has no form in the document stops them', async () => {
    const broken = withChangedProto('string stage = 2;', 'bytes stage = 2;', generatedFiles);
    await expect(broken).rejects.toThrow('notifications: the field stage is of TYPE_BYTES');
  });
});
