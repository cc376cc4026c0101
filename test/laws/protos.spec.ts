import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bufComplaints,
  configuredLintRules,
  protoImage,
  rpcsWithoutPermission,
  withPlantedProtos,
} from './proto-tree.ts';
import { filesUnder, LAW_MS, ROOT } from './run-tool.ts';

const PROTO = join(ROOT, 'proto');
const LINT_BREACHES = readdirSync(join(ROOT, 'test/laws/breaches/protos/lint'));

describe('laws: what is promised over the wire', () => {
  it(
    'the protos keep STANDARD, COMMENTS and UNARY_RPC, and every file was looked at',
    async () => {
      expect(await bufComplaints(['lint'], PROTO)).toEqual([]);
      const seen = new Set((await protoImage(PROTO)).file.map(({ name }) => `proto/${name}`));
      expect(filesUnder('proto', '.proto').filter((file) => !seen.has(file))).toEqual([]);
    },
    LAW_MS,
  );

  it(
    'nothing released was broken',
    async () => {
      expect(await bufComplaints(['breaking', '--against', 'released.binpb'], PROTO)).toEqual([]);
    },
    LAW_MS,
  );

  it.each(LINT_BREACHES)(
    '%s bites its planted breach',
    async (law) => {
      const complaints = await withPlantedProtos(join('lint', law), (folder) => bufComplaints(['lint'], folder));
      expect([...new Set(complaints.map(({ type }) => type))]).toEqual([law]);
    },
    LAW_MS,
  );

  it(
    "every rule that is not buf's own standard has its planted breach, and the standard has one",
    async () => {
      const configured = await configuredLintRules(PROTO);
      const chosen = configured.filter(({ categories }) => !categories.includes('STANDARD')).map(({ id }) => id);
      expect(chosen.length).toBeGreaterThan(0);
      expect(chosen.filter((id) => !LINT_BREACHES.includes(id))).toEqual([]);
      const standard = configured.filter(({ categories }) => categories.includes('STANDARD')).map(({ id }) => id);
      expect(LINT_BREACHES.filter((law) => standard.includes(law))).not.toEqual([]);
    },
    LAW_MS,
  );

  it(
    'a broken promise is noticed',
    async () => {
      const complaints = await withPlantedProtos('breaking/before', (before) =>
        withPlantedProtos('breaking/after', (after) => bufComplaints(['breaking', '--against', before], after)),
      );
      expect(complaints.map(({ type }) => type).sort()).toEqual(['FIELD_NO_DELETE', 'FIELD_SAME_TYPE']);
    },
    LAW_MS,
  );

  it(
    'every RPC declares its permission',
    async () => {
      const { rpcs, wrong } = rpcsWithoutPermission(await protoImage(PROTO));
      expect(wrong).toEqual([]);
      const written = filesUnder('proto', '.proto').flatMap(
        (file) => readFileSync(join(ROOT, file), 'utf8').match(/^\s*rpc\s/gm) ?? [],
      );
      expect(rpcs).toBe(written.length);
    },
    LAW_MS,
  );

  it(
    'an RPC without permission, resource or id is noticed',
    async () => {
      const { wrong } = await withPlantedProtos('permission', async (folder) =>
        rpcsWithoutPermission(await protoImage(folder)),
      );
      expect(wrong).toEqual([
        'jiangong.silent.v1.SilentService/Ask: no permission',
        'jiangong.silent.v1.SilentService/Guess: no resource',
        'jiangong.silent.v1.SilentService/Tell: no field "project_id" in the request',
      ]);
    },
    LAW_MS,
  );
});
