import { describe, expect, it } from '@jest/globals';
import type { Grant } from '@jiangong/access';
import type { Permission } from '@jiangong/contracts/jiangong/access/v1/permission';
import { RefusedError } from '@jiangong/service-host';
import { authorizer, type AuthorizePorts, type CallFacts } from '@jiangong/service-host/nest';

const path = '/jiangong.organizations.v1.OrganizationsService/RenameOrganization';
const permission: Permission = {
  action: 'organization.rename',
  resource: 'organization',
  idField: 'organization_id',
  recorded: false,
};
const grant: Grant = {
  grantId: 'g1',
  personId: 'p1',
  role: 'committee-officer',
  organizationId: 'root',
  organizationPath: '/root/',
  from: '2021-01-01T00:00:00.000Z',
  until: null,
};
const facts: CallFacts = {
  token: 'a token',
  requestId: '3b241101-e2bb-4255-8caf-4136c566a962',
  correlationId: 'c1',
  causationId: null,
  traceparent: null,
  expectedRevision: undefined,
  afterPosition: 0,
};

const ports = (change: Partial<AuthorizePorts> = {}): AuthorizePorts => ({
  permissions: new Map([[path, permission]]),
  verify: async () => ({ kind: 'person', personId: 'p1', sessionId: 's1' }),
  grantsOf: async () => [grant],
  forgetGrants: () => undefined,
  resolvers: { organization: async (id) => (id === 'u1' ? { organizationPath: '/root/u1/' } : undefined) },
  waitFor: async () => true,
  head: async () => 0,
  recordRead: async () => undefined,
  anonymous: () => 0,
  clock: { now: () => '2024-03-01T00:00:00.000Z' },
  ...change,
});

const reasonOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ALLOWED',
    (error: unknown) => (error instanceof RefusedError ? error.refusal.reason : String(error)),
  );

const ask = (change: Partial<AuthorizePorts> = {}, call: Partial<CallFacts> = {}, organizationId = 'u1') =>
  authorizer(ports(change))(path, { organizationId }, { ...facts, ...call });

describe('the permission of a call', () => {
  it('names the person, the role and the grant that allowed it as the actor', async () => {
    const { context, behind } = await ask();
    expect(behind).toBe(false);
    expect(context.actor).toEqual({
      kind: 'person',
      id: 'p1',
      organization: 'root',
      role: 'committee-officer',
      grant: 'g1',
    });
    expect(context.now).toBe('2024-03-01T00:00:00.000Z');
    expect(context.policyVersion).not.toBe('');
  });

  it('a call without a token is not signed in, whether the thing exists or not', async () => {
    expect(await reasonOf(ask({}, { token: undefined }))).toBe('NOT_SIGNED_IN');
    expect(await reasonOf(ask({}, { token: undefined }, 'nowhere'))).toBe('NOT_SIGNED_IN');
  });

  it('a forged or expired token is refused as such', async () => {
    expect(await reasonOf(ask({ verify: async () => undefined }))).toBe('SERVICE_TOKEN_INVALID');
  });

  it('a person without a grant, or with one elsewhere, is refused', async () => {
    expect(await reasonOf(ask({ grantsOf: async () => [] }))).toBe('NO_GRANT');
    expect(await reasonOf(ask({ grantsOf: async () => [{ ...grant, organizationPath: '/other/' }] }))).toBe(
      'WRONG_SUBTREE',
    );
  });

  it('what does not exist is named by the field that asked for it', async () => {
    const error = await ask({}, {}, 'nowhere').catch((caught: unknown) => caught);
    expect((error as RefusedError).refusal).toEqual({ reason: 'RESOURCE_NOT_FOUND', field: 'organizationId' });
  });

  it('an RPC that nobody gave a permission is not answered', async () => {
    expect(await reasonOf(authorizer(ports())('/jiangong.x.v1.X/Y', {}, facts))).toContain('no permission is known');
  });

  it('a call about something that anybody has just made waits until it is known here', async () => {
    let known = false;
    const change: Partial<AuthorizePorts> = {
      resolvers: { organization: async () => (known ? { organizationPath: '/root/u2/' } : undefined) },
      waitFor: async (position) => {
        known = position === 7;
        return true;
      },
    };
    expect(await reasonOf(ask({ ...change, head: async () => 7 }))).toBe('ALLOWED');
  });

  it('nothing is denied on knowledge that is behind: the caller is told to come again', async () => {
    expect(await reasonOf(ask({ waitFor: async () => false }, {}, 'nowhere'))).toBe('READ_MODEL_BEHIND');
    expect(await reasonOf(ask({ waitFor: async () => false, grantsOf: async () => [] }))).toBe('READ_MODEL_BEHIND');
    expect(await reasonOf(ask({ waitFor: async () => false }))).toBe('ALLOWED');
  });

  it('only what is marked as recorded is recorded, by the resource asked for', async () => {
    const recorded: string[] = [];
    const getPath = '/jiangong.membership.v1.MembershipService/GetPerson';
    const recordRead: AuthorizePorts['recordRead'] = async ({ resourceId }) => void recorded.push(resourceId);
    await (await ask({ recordRead })).record();
    expect(recorded).toEqual([]);
    const permissions = new Map([[getPath, { ...permission, recorded: true }]]);
    await (await authorizer(ports({ permissions, recordRead }))(getPath, { organizationId: 'u1' }, facts)).record();
    expect(recorded).toEqual(['u1']);
  });
});
