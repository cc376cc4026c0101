import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = join(ROOT, '.cache');
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

/** Built from source by Go where they are not there yet: helm takes minutes, the others seconds. */
const TOOLS = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.18.6',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0',
  'compose-go': 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2',
} as const;

/** Kubernetes' own schemas, as a Python package carries them: kubeconform's usual place is not a package registry. */
const SCHEMAS = 'kubernetes-validate==1.37.0';
export const KUBERNETES_VERSION = '1.34.0';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false, // built below
  );

/** Answers what the program said; throws with what it complained about. */
export const ask = async (program: string, given: readonly string[], cwd = ROOT): Promise<string> => {
  try {
    return (await run(program, [...given], { cwd, maxBuffer: OUTPUT_BYTES_MAX })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${given[0] ?? ''}: ${stdout}${stderr}`, { cause: error });
  }
};

/** The program of a tool, built when it is not there. */
export const tool = async (name: keyof typeof TOOLS): Promise<string> => {
  const folder = join(CACHE, 'bin', name);
  // Go names a program after its last folder.
  const program = join(folder, name === 'compose-go' ? 'cmd' : name);
  if (await isThere(program)) return program;
  await mkdir(folder, { recursive: true });
  process.stdout.write(`building ${TOOLS[name]}\n`);
  await run('go', ['install', TOOLS[name]], {
    cwd: folder,
    env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' },
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  return program;
};

/** The package resolves its references in a way of its own: they are made relative, and nothing is fetched. */
const asFiles = (text: string): string =>
  JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key === '$id' || key === '$schema') return undefined;
    return key === '$ref' && typeof value === 'string'
      ? value.replace('/api/_definitions.json#', '_definitions.json#')
      : value;
  });

/** The folder with one schema a kind, strict. */
export const kubernetesSchemas = async (): Promise<string> => {
  const folder = join(CACHE, 'kubernetes-schemas', KUBERNETES_VERSION);
  if (await isThere(join(folder, '_definitions.json'))) return folder;
  const download = join(CACHE, 'kubernetes-schemas', 'download');
  await mkdir(folder, { recursive: true });
  await ask('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', download, SCHEMAS]);
  const wheel = (await readdir(download)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`${SCHEMAS} brought no wheel`);
  await ask('python3', ['-m', 'zipfile', '-e', join(download, wheel), download]);
  const from = join(download, 'kubernetes_validate', 'kubernetes-json-schema', `v${KUBERNETES_VERSION}-local-strict`);
  const names = (await readdir(from)).filter((name) => name.endsWith('.json') && name !== '_definitions.json');
  // Last, since its being there says that all are.
  for (const name of [...names, '_definitions.json'])
    await writeFile(join(folder, name), asFiles(await readFile(join(from, name), 'utf8')));
  return folder;
};
