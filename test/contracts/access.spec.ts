import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Metadata } from '@grpc/grpc-js';
import type { ResourceFacts, Subject } from '@jiangong/access';
import { type AccessCase, accessCases, CASE_PERSON } from '@jiangong/access/testing';
import type { Permission } from '@jiangong/contracts/jiangong/access/v1/permission';
import { hostRefusalTexts } from '@jiangong/service-host';
import {
  authorizer,
  callOf,
  permissionsOf,
  PermissionInterceptor,
  REFUSAL_KEY,
  SERVICE_TOKEN_ISSUER,
  tokenVerifier,
} from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { RpcException } from '@nestjs/microservices';
import { importPKCS8, SignJWT } from 'jose';
import { lastValueFrom, of } from 'rxjs';
import { generatedContracts } from './generated-contracts.ts';

/**
 * Every RPC of every service, through the real interceptor with real tokens: as anonymous, with a forged token, without grant, with a
 * useless role, from the wrong subtree, with an ended grant, in the wrong stage, in conflict; and each role that must come through.
 */
const NOW = '2025-11-10T01:00:00.000Z';
const AUDIENCE = 'under-test';
const ID = '018f0000-0000-7000-8000-00000000abcd';
const NOBODY: ResourceFacts = { organizationPath: '' };

const pair = () =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const keys = pair();

const tokenOf = async ({ kind, personId }: Subject, privateKey = keys.privateKey): Promise<string> =>
  new SignJWT({ kind })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(SERVICE_TOKEN_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(personId ?? (kind === 'system' ? 'gateway' : 'anonymous'))
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importPKCS8(privateKey, 'EdDSA'));

const camel = (field: string): string => field.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

type World = Readonly<{
  path: string;
  permission: Permission;
  grants: AccessCase['grants'];
  resource: ResourceFacts;
  exists?: boolean;
}>;
type Outcome = Readonly<{ answer: string; reads: readonly string[]; actor?: unknown }>;

/** One call through the interceptor: the answer's or the refusal's name, what was recorded, and who the controller saw. */
const call = async (
  { path, permission, grants, resource, exists = true }: World,
  token: string | undefined,
): Promise<Outcome> => {
  const reads: string[] = [];
  const authorize = authorizer({
    permissions: new Map([[path, permission]]),
    verify: await tokenVerifier(keys.publicKey, AUDIENCE),
    grantsOf: async () => grants,
    forgetGrants: () => undefined,
    resolvers: { [permission.resource]: async (id) => (id === ID && exists ? resource : undefined) },
    waitFor: async () => true,
    head: async () => 0,
    recordRead: async ({ rpc, resourceId }) => void reads.push(`${rpc} ${resourceId}`),
    anonymous: () => 0,
    clock: { now: () => NOW },
  });
  const interceptor = new PermissionInterceptor({
    authorize,
    texts: {},
    metrics: { record: () => undefined },
    log: silentLogger,
    clock: { now: () => NOW },
    service: AUDIENCE,
  });
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  const request = permission.resource === 'none' ? {} : { [camel(permission.idField)]: ID };
  const execution = {
    getArgs: () => [request, metadata, { getPath: () => path, sendMetadata: () => undefined }],
  } as unknown as ExecutionContext;
  let actor: unknown;
  const handler: CallHandler = { handle: () => ((actor = callOf(metadata).actor), of('allowed')) };
  try {
    return { answer: String(await lastValueFrom(interceptor.intercept(execution, handler))), reads, actor };
  } catch (error) {
    const trailer = ((error as RpcException).getError() as { metadata: Metadata }).metadata.get(REFUSAL_KEY)[0];
    expect(actor).toBeUndefined();
    const refusal = JSON.parse(String(trailer)) as { reason: string; zh: string; en: string };
    expect(refusal).toMatchObject({
      zh: hostRefusalTexts[refusal.reason]?.zh,
      en: hostRefusalTexts[refusal.reason]?.en,
    });
    return { answer: refusal.reason, reads };
  }
};

const contracts = await generatedContracts();
const permissions = [...permissionsOf(contracts)].map(
  ([path, permission]) => [path.slice('/jiangong.'.length), path, permission] as const,
);

/** What belongs to nobody can neither concern somebody nor be run by somebody: those cases do not arise. */
const casesOf = (permission: Permission): readonly AccessCase[] =>
  accessCases(permission.action)
    .filter(
      ({ name }) => permission.resource !== 'none' || (!name.includes('in conflict') && !name.includes('concerned')),
    )
    .map((one) => (permission.resource === 'none' ? { ...one, resource: NOBODY } : one));

const tokens = new Map<Subject['kind'], string | undefined>([['anonymous', undefined]]);
beforeAll(async () => {
  tokens.set('person', await tokenOf({ kind: 'person', personId: CASE_PERSON }));
  tokens.set('system', await tokenOf({ kind: 'system', personId: null }));
});

it('there are RPCs to try', () => expect(permissions.length).toBeGreaterThan(20));

describe.each(permissions)('%s', (_, path, permission) => {
  const world = (one: AccessCase): World => ({ path, permission, grants: one.grants, resource: one.resource });

  it.each(casesOf(permission).map((one) => [one.name, one] as const))('%s', async (__, one) => {
    const { answer, reads, actor } = await call(world(one), tokens.get(one.subject.kind));
    expect(answer).toBe(one.expected);
    expect(reads).toEqual(
      answer === 'allowed' && permission.recorded ? [`${path} ${permission.resource === 'none' ? '' : ID}`] : [],
    );
    if (answer === 'allowed') expect(actor).toMatchObject({ kind: one.subject.kind });
  });

  it('with a token signed by somebody else', async () => {
    const forged = await tokenOf({ kind: 'person', personId: CASE_PERSON }, pair().privateKey);
    expect((await call({ path, permission, grants: [], resource: NOBODY }, forged)).answer).toBe(
      'SERVICE_TOKEN_INVALID',
    );
  });

  it('about what does not exist', async () => {
    if (permission.resource === 'none') return;
    const { answer } = await call(
      { path, permission, grants: [], resource: NOBODY, exists: false },
      tokens.get('person'),
    );
    expect(answer).toBe('RESOURCE_NOT_FOUND');
  });
});
