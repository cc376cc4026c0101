import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import { listHeld } from '@jiangong/read-models';
import { listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { bodyOnDay } from '../../application/body-on-day.ts';
import type { Decisions } from '../../application/decisions.ts';
import { type CandidateListed, listCandidates } from '../../application/list-candidates.ts';
import { CANDIDATES_SEEN_MAX } from '../../domain/limits.ts';
import { DECISIONS } from './decisions-token.ts';

const SERVICE = 'PickerService';

const candidateLists = listsOf('ListCandidates', ['seats', 'conflicts', 'registered']);

const conflictsOf = ({ ownUnitEntries, ownEntries, declaredRecusals }: CandidateListed): number =>
  ownUnitEntries + ownEntries + declaredRecusals;

const candidateMessage = ({ homeId, sources, roles, ...rest }: CandidateListed): rpc.RoundCandidate => ({
  ...rest,
  homeId: homeId ?? '',
  sources: [...sources],
  roles: roles.map((role) => ({ ...role })),
});

/** Whom those who fill a form may name in it. */
@Controller()
export class PickersController {
  private readonly candidates: ReturnType<typeof listCandidates>;
  private readonly body: ReturnType<typeof bodyOnDay>;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.candidates = listCandidates(decisions);
    this.body = bodyOnDay(decisions);
  }

  @GrpcMethod(SERVICE, 'ListCandidates')
  async listCandidates(request: rpc.ListCandidatesRequest, metadata: Metadata): Promise<rpc.ListCandidatesResponse> {
    if (request.among.length > CANDIDATES_SEEN_MAX)
      throw refused({ reason: 'TOO_MANY_IDS', field: 'among', details: { idsMax: CANDIDATES_SEEN_MAX } });
    const asked = candidateLists.asked({ ...request, q: '' });
    const all = await this.candidates(request, { wait: callOf(metadata).afterPosition > 0 });
    const among = new Set(request.among);
    const found = listHeld(
      request.searched ? all.filter(({ personId }) => among.has(personId)) : all,
      {
        idOf: ({ personId }) => personId,
        sorts: {
          seats: ({ otherSeats }) => otherSeats,
          conflicts: conflictsOf,
          registered: ({ personId }) => personId,
        },
        facets: {
          source: { of: ({ sources }) => sources, words: wordsOf(request.source, 'source') },
          role: {
            of: ({ roles }) => [...new Set(roles.map(({ role }) => role))],
            words: wordsOf(request.role, 'role'),
          },
          standing: { of: ({ standing }) => standing, words: wordsOf(request.standing, 'standing') },
        },
      },
      asked,
    );
    const { page, nextPageToken, counts } = candidateLists.told(found, asked);
    return { candidates: page.map(candidateMessage), nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetCandidateIds')
  async getCandidateIds(request: rpc.GetCandidateIdsRequest, metadata: Metadata): Promise<rpc.GetCandidateIdsResponse> {
    const all = await this.candidates(request, { wait: callOf(metadata).afterPosition > 0 });
    return { personIds: all.map(({ personId }) => personId) };
  }

  @GrpcMethod(SERVICE, 'GetBody')
  async getBody(request: rpc.GetBodyRequest): Promise<rpc.GetBodyResponse> {
    const { committeeId, meetingOn, members } = await this.body(request);
    return {
      committeeId,
      meetingOn,
      members: members.map(({ personId, homeId, left, recused }) => ({
        personId,
        homeId: homeId ?? '',
        left,
        recused: recused.map((one) => ({ ...one })),
      })),
    };
  }
}
