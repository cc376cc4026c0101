import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Manifest, manifestFaults } from './manifest-rules.ts';
import { ask, kubernetesSchemas, KUBERNETES_VERSION, ROOT, tool } from './tools.ts';

const CHART = join(ROOT, 'deploy/helm/jiangong');
const COMPOSE = join(ROOT, 'deploy/compose');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Renders the chart with one file of values, and holds what comes out against Kubernetes' schemas and our rules. */
const checkValues = async (values: string, into: string): Promise<readonly string[]> => {
  const [helm, kubeconform, schemas] = [await tool('helm'), await tool('kubeconform'), await kubernetesSchemas()];
  const given = ['-f', values, '--kube-version', KUBERNETES_VERSION];
  await ask(helm, ['lint', '.', '--strict', ...given], CHART);
  const rendered = await ask(helm, ['template', 'jiangong', '.', '-n', 'jiangong', ...given], CHART);
  const path = join(into, `${values}`);
  await writeFile(path, rendered);
  const location = `${schemas}/{{ .ResourceKind }}{{ .KindSuffix }}.json`;
  // A ServiceMonitor is of an operator, not of Kubernetes: it has no schema there.
  const summary = await ask(kubeconform, [
    '-strict',
    '-summary',
    '-skip',
    'ServiceMonitor',
    '-schema-location',
    location,
    path,
  ]);
  const manifests = parseAllDocuments(rendered).flatMap((document) => (document.toJS() as Manifest | null) ?? []);
  say(`${values}: ${summary.trim()}`);
  return manifestFaults(manifests).map((fault) => `${values}: ${fault}`);
};

/** The checker reads no environment: what must be given is put in. */
const checkCompose = async (into: string): Promise<void> => {
  const text = (await readFile(join(COMPOSE, 'compose.yaml'), 'utf8')).replaceAll(
    /\$\{PUBLIC_URL:\?[^}]*\}/gu,
    'https://merit.example.org',
  );
  const path = join(into, 'compose.yaml');
  await writeFile(path, text);
  await ask(await tool('compose-go'), [path]);
  say('compose.yaml: read whole by the reference parser, references hold');
};

const into = join(ROOT, '.cache/rendered');
await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
await checkCompose(into);
const faults: string[] = [];
for (const name of await readdir(CHART))
  if (/^values(?:-\w+)?\.yaml$/u.test(name)) faults.push(...(await checkValues(name, into)));
faults.forEach(say);
say(
  faults.length === 0
    ? 'held: every file of values renders, fits its schemas and our rules'
    : `FAILED: ${faults.length} faults`,
);
if (faults.length > 0) process.exitCode = 1;
