import { decide, type Decision, type Grant, POLICY_VERSION, type ResourceFacts } from '@jiangong/access';
import type { Permission } from '@jiangong/contracts/jiangong/access/v1/permission';
import type { Actor } from '@jiangong/event-store';
import type { CallContext, Caller } from '../call-context.ts';
import type { Clock } from '../ground.ts';
import { refused } from '../refusals.ts';
import type { AnonymousLimit } from './anonymous-limit.ts';
import type { CallFacts } from './call-metadata.ts';
import type { TokenVerifier } from './service-token.ts';

/** How long a question waits for the read models to pass the caller's newest order (decisions.md 8). */
export const READ_YOUR_WRITES_WAIT_MS = 2_000;

/** Facts about a resource by its id; `undefined` when there is none (or not yet, here). */
export type Resolver = (id: string) => Promise<ResourceFacts | undefined>;

export type AuthorizePorts = Readonly<{
  permissions: ReadonlyMap<string, Permission>;
  verify: TokenVerifier;
  /** `after`: the newest position that the caller has seen acknowledged. */
  grantsOf: (personId: string, after: number) => Promise<readonly Grant[]>;
  /** Forgets remembered grants: the next question reads them anew. */
  forgetGrants: () => void;
  resolvers: Readonly<Record<string, Resolver>>;
  /** True when every reader of this service has passed `position` within `timeoutMs`. */
  waitFor: (position: number, timeoutMs: number) => Promise<boolean>;
  /** The log's last position. */
  head: () => Promise<number>;
  recordRead: (read: { rpc: string; resourceKind: string; resourceId: string; context: CallContext }) => Promise<void>;
  /** For calls in nobody's name. */
  anonymous: AnonymousLimit;
  clock: Clock;
}>;

/** `record` must have succeeded before the answer goes out: it says that the record was read. */
export type Admitted = Readonly<{ context: CallContext; behind: boolean; record: () => Promise<void> }>;

export type Authorize = (path: string, request: Record<string, unknown>, facts: CallFacts) => Promise<Admitted>;

/** The kind of a resource that is the root of the tree where no id is given, and the organization where one is. */
export const ORGANIZATION_OR_ROOT = 'organization-or-root';

const NOBODY: ResourceFacts = { organizationPath: '' };

const isQuestion = (path: string): boolean => /\/(Get|List|Export|Find|Replay|Count)[A-Z]\w*$/.test(path);

const camel = (field: string): string => field.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const actorOf = (caller: Caller, grant: Grant | null): Actor => ({
  kind: caller.kind,
  id: caller.kind === 'system' ? 'gateway' : caller.personId,
  organization: grant?.organizationId ?? null,
  role: grant?.role ?? null,
  grant: grant?.grantId ?? null,
});

type Question = Readonly<{ caller: Caller; permission: Permission; request: Record<string, unknown>; after: number }>;

/** One question to the access rule: read the resource and the grants as they are known here, then decide. */
const ask = async (
  ports: AuthorizePorts,
  { caller, permission, request, after }: Question,
): Promise<Decision | 'RESOURCE_NOT_FOUND'> => {
  const resource = await resolve(ports, permission, request);
  if (!resource) return 'RESOURCE_NOT_FOUND';
  const grants = caller.personId === null ? [] : await ports.grantsOf(caller.personId, after);
  return decide({
    subject: { kind: caller.kind, personId: caller.personId },
    grants,
    action: permission.action,
    resource,
    now: ports.clock.now(),
  });
};

/** Whether somebody who is not signed in may do this at all: only then is he told what exists and what does not. */
const openToAnyone = (permission: Permission, now: string): boolean =>
  decide({
    subject: { kind: 'anonymous', personId: null },
    grants: [],
    action: permission.action,
    resource: NOBODY,
    now,
  }).allow;

const resolve = async (
  ports: AuthorizePorts,
  permission: Permission,
  request: Record<string, unknown>,
): Promise<ResourceFacts | undefined> => {
  if (permission.resource === 'none') return NOBODY;
  const id = request[camel(permission.idField)];
  if (typeof id !== 'string' || (id === '' && permission.resource !== ORGANIZATION_OR_ROOT)) return undefined;
  return ports.resolvers[permission.resource]?.(id);
};

/**
 * Who calls, about what, and whether the rule allows it. What this service does not know yet is asked again once its read
 * models have passed the log's end of this moment: a person may act on what he, or somebody who told him, has just made.
 */
export const authorizer =
  (ports: AuthorizePorts): Authorize =>
  async (path, request, facts) => {
    const permission = ports.permissions.get(path);
    if (!permission) throw new Error(`no permission is known for ${path}`);
    const caller =
      facts.token === undefined
        ? { kind: 'anonymous' as const, personId: null, sessionId: null }
        : await ports.verify(facts.token);
    if (!caller) throw refused({ reason: 'SERVICE_TOKEN_INVALID' });
    if (caller.kind === 'anonymous') {
      const wait = ports.anonymous(facts.token === undefined ? 'past-the-gateway' : 'through-the-gateway');
      if (wait > 0) throw refused({ reason: 'TOO_MANY_ANONYMOUS', details: { retryAfterSeconds: wait } });
    }

    let behind =
      isQuestion(path) &&
      facts.afterPosition > 0 &&
      !(await ports.waitFor(facts.afterPosition, READ_YOUR_WRITES_WAIT_MS));
    const question = { caller, permission, request, after: facts.afterPosition };
    let decision = await ask(ports, question);
    if ((decision === 'RESOURCE_NOT_FOUND' || !decision.allow) && caller.kind === 'person') {
      behind = !(await ports.waitFor(await ports.head(), READ_YOUR_WRITES_WAIT_MS));
      ports.forgetGrants();
      decision = await ask(ports, question);
      // Nothing is denied on old knowledge: the caller comes again.
      if (behind && (decision === 'RESOURCE_NOT_FOUND' || !decision.allow))
        throw refused({ reason: 'READ_MODEL_BEHIND' });
    }
    if (decision === 'RESOURCE_NOT_FOUND') {
      if (caller.kind === 'anonymous' && !openToAnyone(permission, ports.clock.now()))
        throw refused({ reason: 'NOT_SIGNED_IN' });
      throw refused({ reason: 'RESOURCE_NOT_FOUND', field: camel(permission.idField) });
    }
    if (!decision.allow) throw refused({ reason: decision.reason });

    const context: CallContext = {
      actor: actorOf(caller, decision.grant),
      requestId: facts.requestId,
      now: ports.clock.now(),
      correlationId: facts.correlationId,
      causationId: facts.causationId,
      traceparent: facts.traceparent,
      policyVersion: POLICY_VERSION,
      caller,
      ...(facts.expectedRevision === undefined ? {} : { expectedRevision: facts.expectedRevision }),
      afterPosition: facts.afterPosition,
    };
    const record = async (): Promise<void> => {
      if (!permission.recorded) return;
      const id = permission.resource === 'none' ? '' : String(request[camel(permission.idField)]);
      await ports.recordRead({ rpc: path, resourceKind: permission.resource, resourceId: id, context });
    };
    return { context, behind, record };
  };
