import { describe, expect, it } from '@jest/globals';
import { type Manifest, manifestFaults } from './manifest-rules.ts';

const container = {
  name: 'audit',
  image: 'registry.example.org/jiangong/audit:0.1.0',
  securityContext: {
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  },
  resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '1', memory: '1Gi' } },
  livenessProbe: {},
  readinessProbe: {},
  startupProbe: {},
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
  env: [{ name: 'DATABASE_URL_FILE', value: '/run/secrets/url' }],
};
const pod = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  topologySpreadConstraints: [{}],
  containers: [container],
};
const others: readonly Manifest[] = [
  ...['PodDisruptionBudget', 'HorizontalPodAutoscaler', 'ServiceAccount'].map((kind) => ({
    kind,
    metadata: { name: 'audit' },
  })),
  {
    kind: 'NetworkPolicy',
    metadata: { name: 'nothing' },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  },
];
const deployment = (change: object = {}): Manifest => ({
  kind: 'Deployment',
  metadata: { name: 'audit' },
  spec: { template: { spec: { ...pod, ...change } } },
});
const withContainer = (change: object): readonly Manifest[] => [
  ...others,
  deployment({ containers: [{ ...container, ...change }] }),
];

describe('manifests', () => {
  it('that hold every rule are left alone', () => expect(manifestFaults([...others, deployment()])).toEqual([]));

  it.each([
    ['its root can be written', { securityContext: { ...container.securityContext, readOnlyRootFilesystem: false } }],
    ['it may be root', { securityContext: { ...container.securityContext, runAsNonRoot: undefined } }],
    ['it may gain rights', { securityContext: { ...container.securityContext, allowPrivilegeEscalation: true } }],
    ['it keeps capabilities', { securityContext: { ...container.securityContext, capabilities: {} } }],
    ['memory has no limit or no request', { resources: { ...container.resources, limits: { cpu: '1' } } }],
    ['is not pinned', { image: 'registry.example.org:5000/jiangong/audit' }],
    ['is not pinned', { image: 'jiangong/audit:latest' }],
    ['REDIS_PASSWORD holds a secret', { env: [{ name: 'REDIS_PASSWORD', value: 'x' }] }],
    ['REDIS_URL holds a secret', { env: [{ name: 'REDIS_URL', value: 'redis://u:p@redis' }] }],
    ['it has no readinessProbe', { readinessProbe: undefined }],
    ['it stops without notice', { lifecycle: undefined }],
  ])('are told: %s', (fault, change) =>
    expect(manifestFaults(withContainer(change))).toEqual([expect.stringContaining(fault)]),
  );

  it('are told what stands around a deployment and is not there', () => {
    expect(
      manifestFaults([deployment({ automountServiceAccountToken: undefined, topologySpreadConstraints: [] })]),
    ).toHaveLength(6);
    expect(manifestFaults([...others, { kind: 'Secret', metadata: { name: 's' } }])).toHaveLength(1);
  });
});
