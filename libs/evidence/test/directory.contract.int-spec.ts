import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryEvidenceStore } from '@jiangong/evidence/directory';
import { evidenceStoreContract } from '@jiangong/evidence/testing';

evidenceStoreContract('directory', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-evidence-'));
  return {
    store: await directoryEvidenceStore(directory),
    incoming: async () => (await readdir(join(directory, 'incoming'))).length,
    close: () => rm(directory, { recursive: true, force: true }),
  };
});
