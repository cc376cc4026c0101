/** A manifest as YAML gives it. */
export type Manifest = Readonly<{
  kind: string;
  metadata: Readonly<{ name: string }>;
  spec?: unknown;
  data?: unknown;
  stringData?: unknown;
}>;

type Container = Readonly<{
  name: string;
  image?: string;
  securityContext?: Readonly<Record<string, unknown>>;
  resources?: Readonly<{ limits?: Readonly<Record<string, unknown>>; requests?: Readonly<Record<string, unknown>> }>;
  livenessProbe?: unknown;
  readinessProbe?: unknown;
  startupProbe?: unknown;
  lifecycle?: Readonly<{ preStop?: unknown }>;
  env?: readonly Readonly<{ name: string; value?: unknown }>[];
}>;

type PodSpec = Readonly<{
  containers: readonly Container[];
  securityContext?: Readonly<Record<string, unknown>>;
  automountServiceAccountToken?: boolean;
  topologySpreadConstraints?: readonly unknown[];
}>;

const podOf = ({ kind, spec }: Manifest): PodSpec | undefined =>
  kind === 'Deployment' || kind === 'Job' ? (spec as { template: { spec: PodSpec } }).template.spec : undefined;

/** What a secret looks like in an environment: it belongs into a file that is referred to. */
const SECRET_NAME = /(?:PASSWORD|SECRET|PRIVATE_KEY|TOKEN|ACCESS_KEY|DATABASE_URL)(?!.*_FILE$)/u;
const URL_WITH_PASSWORD = /:\/\/[^/\s:@"]+:[^/\s@"]+@/u;

const containerFaults = (
  where: string,
  kind: string,
  { image = '', securityContext = {}, resources = {}, env = [], ...more }: Container,
): readonly string[] => {
  const faults: string[] = [];
  if (securityContext['readOnlyRootFilesystem'] !== true) faults.push('its root can be written');
  if (securityContext['runAsNonRoot'] !== true) faults.push('it may be root');
  if (securityContext['allowPrivilegeEscalation'] !== false) faults.push('it may gain rights');
  if (JSON.stringify(securityContext['capabilities']) !== '{"drop":["ALL"]}') faults.push('it keeps capabilities');
  for (const kindOf of ['cpu', 'memory'])
    if (resources.limits?.[kindOf] === undefined || resources.requests?.[kindOf] === undefined)
      faults.push(`${kindOf} has no limit or no request`);
  if (!/(?::[^:/]+|@sha256:[0-9a-f]{64})$/u.test(image) || image.endsWith(':latest'))
    faults.push(`${image} is not pinned`);
  for (const { name, value } of env)
    if (SECRET_NAME.test(name) || URL_WITH_PASSWORD.test(JSON.stringify(value ?? '')))
      faults.push(`${name} holds a secret, not a file's name`);
  if (kind === 'Deployment') {
    for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const)
      if (more[probe] === undefined) faults.push(`it has no ${probe}`);
    if (more.lifecycle?.preStop === undefined) faults.push('it stops without notice');
  }
  return faults.map((fault) => `${where}: ${fault}`);
};

/** What is wrong with rendered manifests, beyond their schema; nothing when all is well. */
export const manifestFaults = (manifests: readonly Manifest[]): readonly string[] => {
  const faults: string[] = [];
  const named = (kind: string): ReadonlySet<string> =>
    new Set(manifests.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name));
  for (const manifest of manifests) {
    const { kind, metadata } = manifest;
    const where = `${kind} ${metadata.name}`;
    if (kind === 'Secret') faults.push(`${where}: secrets are made elsewhere and referred to`);
    const pod = podOf(manifest);
    if (!pod) continue;
    if (pod.automountServiceAccountToken !== false) faults.push(`${where}: it is given a token of the cluster`);
    if (pod.securityContext?.['runAsNonRoot'] !== true || pod.securityContext['seccompProfile'] === undefined)
      faults.push(`${where}: its pod is not confined`);
    for (const container of pod.containers)
      faults.push(...containerFaults(`${where} ${container.name}`, kind, container));
    if (kind !== 'Deployment') continue;
    if (!pod.topologySpreadConstraints?.length) faults.push(`${where}: all its pods may stand on one node`);
    for (const other of ['PodDisruptionBudget', 'HorizontalPodAutoscaler', 'ServiceAccount'])
      if (!named(other).has(metadata.name)) faults.push(`${where}: there is no ${other} for it`);
  }
  const closed = manifests.some(
    ({ kind, spec }) =>
      kind === 'NetworkPolicy' &&
      JSON.stringify(Object.keys(spec as object).toSorted()) === '["podSelector","policyTypes"]',
  );
  if (!closed) faults.push('nothing denies the network by default');
  return faults;
};
