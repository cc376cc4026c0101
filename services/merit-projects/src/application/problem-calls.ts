import { covers } from '@jiangong/access';
import { aggregateIdOf, type Checked, type Handled, type Refusal, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import type { By } from '../domain/by.ts';
import { problemDecider } from '../domain/problem/decider.ts';
import { OWNER_ROLES, type ProblemFact } from '../domain/problem/facts.ts';
import type { ProblemOrder, ProblemRefusal, ProblemTerms } from '../domain/problem/orders.ts';
import type { Problem } from '../domain/problem/state.ts';
import { byOf } from './callers.ts';
import type { Editions } from './editions.ts';
import type { CampaignKnowledge, OrganizationPlace } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { problemKey, sealedOfProblems } from './sealed-fields.ts';
import { problemStream } from './streams.ts';

/** What an order about a problem refers to is not there, or nothing for it. */
export type ProblemReferenceReason =
  | 'PROBLEM_NOT_FOUND'
  | 'PROBLEM_NOT_YOUR_OFFICE'
  | 'PROBLEM_OUTSIDE_EDITION'
  | 'PROBLEM_OWNER_DISSOLVED'
  | 'PROBLEM_OWNER_ROLE_UNFIT';

export type ProblemReference = ReferenceRefusal | Refusal<ProblemReferenceReason>;
export type ProblemHandled = Handled<ProblemFact, ProblemRefusal | ProblemReference>;
export type ProblemPorts = Readonly<{ ground: Ground; editions: Editions; knowledge: CampaignKnowledge }>;

/** What every order about a problem carries. */
export type Base = Readonly<{ now: string; by: By; terms: ProblemTerms; problemId: string }>;
export type Made = Checked<ProblemOrder, ProblemReference>;
type Sent = Readonly<{ rpc: string; problemId: string; open: object; prose: object }>;
type Place = Readonly<{ committee: OrganizationPlace; base: Base }>;

export const order = (made: ProblemOrder): Made => ({ kind: 'order', order: made });
export const refused = (reason: ProblemReference['reason'], field: string): Made => ({
  kind: 'refused',
  refusal: { reason, field } as ProblemReference,
});

const isOwnerRole = (role: string): boolean => (OWNER_ROLES as readonly string[]).includes(role);

/** Roles of a branch's own people are held at branches; a unit's officer is held at a unit, and answers for all below it. */
const isFit = (kind: string, role: string): boolean => role !== 'branch-secretary' || kind.endsWith('branch');

/** How use cases reach one problem, and what they look up for it. */
export const problemCalls = ({ ground, editions, knowledge }: ProblemPorts) => {
  const handle = ground.handler(
    withPreconditions<Problem, ProblemOrder, ProblemFact, ProblemRefusal, ProblemReference>(problemDecider),
    fieldCodec<ProblemFact>(ground.privacy, sealedOfProblems, { keepsStates: true }),
  );
  const stateOf = async (problemId: string): Promise<Problem> => (await handle.stateOf(problemStream(problemId))).state;

  const termsOf = async (editionId: string): Promise<ProblemTerms | undefined> => {
    const edition = await editions.read(editionId);
    if (edition.kind === 'absent') return undefined;
    return { editionId, committeeId: edition.terms.committeeId, abandoned: edition.kind === 'abandoned' };
  };

  /** The edition's own office orders, or one above it; whoever answers for something is asked about by the rule book. */
  const placed = async (editionId: string, problemId: string, call: CallContext): Promise<Place | Made> => {
    const terms = await termsOf(editionId);
    const committee = terms && (await knowledge.organization(terms.committeeId));
    if (!terms || !committee) return refused('EDITION_NOT_FOUND', 'editionId');
    const by = byOf(call);
    const office = isOwnerRole(by.role) ? undefined : await knowledge.organization(by.organizationId);
    if (!isOwnerRole(by.role) && (office === undefined || !covers(office.path, committee.path)))
      return refused('PROBLEM_NOT_YOUR_OFFICE', 'problemId');
    return { committee, base: { now: call.now, by, terms, problemId } };
  };

  return {
    placed,
    /** An organization that can have something to solve; a refusal where it can not. */
    ownerRefusal: async (
      { committee }: Place,
      { organizationId, role, field }: Readonly<{ organizationId: string; role: string | null; field: string }>,
    ): Promise<Made | undefined> => {
      const place = await knowledge.organization(organizationId);
      if (place === undefined || !covers(committee.path, place.path)) return refused('PROBLEM_OUTSIDE_EDITION', field);
      if (role === null) return undefined;
      if (place.dissolved) return refused('PROBLEM_OWNER_DISSOLVED', field);
      return isFit(place.kind, role) ? undefined : refused('PROBLEM_OWNER_ROLE_UNFIT', 'ownerRole');
    },
    /** Whether who calls belongs to the owner, or to what lies below it. */
    isOfOwner: async (problemId: string, call: CallContext): Promise<boolean> => {
      const state = await stateOf(problemId);
      const ownerId = state.kind === 'absent' ? undefined : state.told.ref.ownerId;
      const owner = ownerId === undefined ? undefined : await knowledge.organization(ownerId);
      const home = await knowledge.personPath(byOf(call).personId);
      return owner !== undefined && home !== undefined && covers(owner.path, home);
    },
    send: async ({ rpc, problemId, open, prose }: Sent, made: Made, call: CallContext): Promise<ProblemHandled> => {
      const sealed = await ground.privacy.fingerprint(problemKey({ problemId }), prose);
      return handle({
        ...{ stream: problemStream(problemId), order: made, body: { rpc, problemId, ...open, prose: sealed } },
        ...{ context: call, ...(call.expectedRevision !== undefined && { expectedRevision: call.expectedRevision }) },
      });
    },
    /** The order over a problem that is there, made in its edition. */
    over: async (problemId: string, call: CallContext, make: (place: Place) => Promise<Made> | Made): Promise<Made> => {
      const state = await stateOf(problemId);
      if (state.kind === 'absent') return refused('PROBLEM_NOT_FOUND', 'problemId');
      const place = await placed(state.told.ref.editionId, problemId, call);
      return 'kind' in place ? place : make(place);
    },
    idOf: (call: CallContext): string => aggregateIdOf(call.requestId, 'problem'),
  };
};

export type ProblemCalls = ReturnType<typeof problemCalls>;
