import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { APPEND_BYTES_MAX } from '../../src/kurrent/kurrent-event-store.ts';

const INFRA = join(import.meta.dirname, '../../../../infra/kurrent');
const read = (name: string): string => readFileSync(join(INFRA, name), 'utf8');
const settings = parse(read('kurrentdb.conf')) as Record<string, unknown>;
const nodes = parse(read('nodes.yaml')) as Record<string, Record<string, string>>;
type Acl = Record<string, string | readonly string[]>;
const access = JSON.parse(read('access.json')) as { $settings: { $userStreamAcl: Acl }; $all: { $acl: Acl } };

describe('the files for a KurrentDB cluster', () => {
  it('take the largest append, on disks, over TLS, from who signed in', () => {
    expect(settings['MaxAppendSize']).toBeGreaterThan(APPEND_BYTES_MAX);
    const {
      ClusterSize,
      Insecure,
      AllowAnonymousStreamAccess,
      AllowAnonymousEndpointAccess,
      UnsafeDisableFlushToDisk,
    } = settings;
    expect({
      ClusterSize,
      Insecure,
      AllowAnonymousStreamAccess,
      AllowAnonymousEndpointAccess,
      UnsafeDisableFlushToDisk,
    }).toStrictEqual({
      ClusterSize: Object.keys(nodes).length,
      Insecure: false,
      AllowAnonymousStreamAccess: false,
      AllowAnonymousEndpointAccess: false,
      UnsafeDisableFlushToDisk: false,
    });
  });

  it('make each node known by its own name, and seek the others', () => {
    for (const [name, variables] of Object.entries(nodes)) {
      const others = Object.keys(nodes).filter((other) => other !== name);
      expect(variables).toStrictEqual({
        KURRENTDB_NODE_HOST_ADVERTISE_AS: name,
        KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: name,
        KURRENTDB_GOSSIP_SEED: others.map((other) => `${other}:${String(settings['NodePort'])}`).join(','),
      });
    }
  });

  it('let the platform write and read, also $all, and let it delete, cut or rewrite nothing', () => {
    const mayNot = ['$d', '$mw'].filter((right) =>
      [access.$settings.$userStreamAcl[right]].flat().includes('jiangong'),
    );
    expect(mayNot).toStrictEqual([]);
    for (const right of ['$r', '$w']) expect(access.$settings.$userStreamAcl[right]).toContain('jiangong');
    expect(access.$all.$acl['$r']).toContain('jiangong');
  });
});
