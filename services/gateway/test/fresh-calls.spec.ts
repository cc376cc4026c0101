import { describe, expect, it } from '@jest/globals';
import { permissionTable } from '@jiangong/access';
import { FRESH_CALLS } from '../src/adapters/grpc/fresh-calls.ts';
import { type CallFacts, outletFor, type OutletParts } from '../src/adapters/grpc/outlet.ts';
import { isFresh } from '../src/application/fresh-sign-in.ts';

/** Acts that touch honours, or open what was handed in in confidence: whatever comes or goes here is meant. */
const ASKED_FRESH: Readonly<Record<string, readonly string[]>> = {
  'decision.annul': ['DecisionService/AnnulDecision'],
  'decision.attest': ['DecisionService/AttestMinutes'],
  'meeting.attest': ['MeetingService/AttestMeeting'],
  'round.commend': ['DecisionService/IssueCircular'],
  'recommendation.carry-out': ['RecommendationService/CarryOutRecommendationProposal'],
  'honour.carry-out': ['HonourService/RestoreHonour', 'HonourService/WithdrawHonour'],
  'series.correct-naming': ['NamingService/CorrectNaming'],
  'objection.list': ['MeritProjectsService/ListObjections'],
  'objection.read-evidence': ['MeritProjectsService/GetObjectionEvidence'],
};

const facts = (fresh: boolean): CallFacts => ({
  subject: { kind: 'person', personId: 'p', sessionId: 's' },
  ...{ requestId: 'r', correlationId: 'c', traceparent: undefined, expectedRevision: undefined },
  ...{ afterPosition: 0, deadlineMs: 1_000, fresh },
});

/** What was called, in the place of services. */
const outletOf = (fresh: boolean) => {
  const called: string[] = [];
  const parts = {
    tokens: async () => 'token',
    channels: {
      call: async ({ rpc }: { rpc: { path: string } }) => {
        called.push(rpc.path);
        return { response: {}, behind: false, now: undefined };
      },
    },
  } as unknown as OutletParts;
  return { called, outlet: outletFor(parts, facts(fresh), () => undefined) };
};
const rpcAt = (path: string) => ({
  path,
  requestSerialize: () => Buffer.alloc(0),
  responseDeserialize: () => ({}),
});

describe('acts that ask for a fresh sign-in', () => {
  it('are these, as the permission table says beside the right', () => {
    const found: Record<string, string[]> = {};
    for (const [path, action] of FRESH_CALLS) (found[action] ??= []).push(path.split('.').at(-1) ?? '');
    expect(Object.fromEntries(Object.entries(found).map(([action, calls]) => [action, calls.toSorted()]))).toEqual(
      ASKED_FRESH,
    );
    const asking = Object.entries(permissionTable).filter(([, permission]) => 'freshSignIn' in permission);
    expect(asking.map(([action]) => action).toSorted()).toEqual(Object.keys(ASKED_FRESH).toSorted());
  });

  it.each([...FRESH_CALLS.keys()])('%s is not even sent for a session that is not fresh', async (path) => {
    const stale = outletOf(false);
    await expect(stale.outlet.call('evaluation', rpcAt(path), {})).rejects.toMatchObject({ reason: 'SIGN_IN_AGAIN' });
    expect(stale.called).toEqual([]);
    const fresh = outletOf(true);
    await fresh.outlet.call('evaluation', rpcAt(path), {});
    expect(fresh.called).toEqual([path]);
  });

  it('all others are sent', async () => {
    const { called, outlet } = outletOf(false);
    await outlet.call('evaluation', rpcAt('/jiangong.evaluation.v1.HonourService/GetHonour'), {});
    expect(called).toHaveLength(1);
  });

  it.each([
    ['none is asked for', 0, 60_000, true],
    ['at the last moment', 1_000, 1_000, true],
    ['a moment later', 1_000, 1_001, false],
  ])('%s', (_when, withinMs, age, fresh) => {
    expect(isFresh({ createdAt: 0 }, { withinMs, nowMs: () => age })).toBe(fresh);
    expect(isFresh(undefined, { withinMs, nowMs: () => age })).toBe(true);
  });
});
