import type { Metadata } from '@grpc/grpc-js';
import { localDateOf } from '@jiangong/calendar';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/problems';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { fileOfProblem, isOwners, PROBLEM_SORTS, problemOf, problemsOf } from '../postgres/problem-questions.ts';
import { SERVICE } from './tokens.ts';

const problemLists = listsOf('ListProblems', PROBLEM_SORTS);

/** Problems as they stand, and how each came there. */
@Controller()
export class ProblemQuestionsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'ListProblems')
  async listProblems(request: rpc.ListProblemsRequest, metadata: Metadata): Promise<rpc.ListProblemsResponse> {
    const asked = problemLists.asked(request);
    const { organizationId, editionId } = request;
    const { actor, now } = callOf(metadata);
    const found = await problemsOf(this.ground.rows, {
      ...{ ...asked, organizationId, editionId, today: localDateOf(now) },
      knowsProposals: !isOwners(actor.role ?? ''),
      withdrawals: wordsOf(request.withdrawal, 'withdrawal'),
      states: wordsOf(request.state, 'state'),
      dues: wordsOf(request.due, 'due'),
      kinds: wordsOf(request.kind, 'kind'),
      sources: wordsOf(request.source, 'source'),
      severities: wordsOf(request.severity, 'severity'),
    });
    const { page, nextPageToken, counts } = problemLists.told(found, asked);
    return { problems: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetProblem')
  async getProblem({ problemId }: rpc.GetProblemRequest, metadata: Metadata): Promise<rpc.GetProblemResponse> {
    const { actor, caller, now } = callOf(metadata);
    const viewer = { personId: caller.personId ?? '', role: actor.role ?? '', today: localDateOf(now) };
    const found = await problemOf(this.ground.rows, this.ground.privacy, problemId, viewer);
    if (found === undefined) throw refused({ reason: 'PROBLEM_NOT_FOUND', field: 'problemId' });
    return { ...found, steps: [...found.steps] };
  }

  @GrpcMethod(SERVICE, 'GetProblemFile')
  async getProblemFile({ problemId, sha256 }: rpc.GetProblemFileRequest): Promise<rpc.GetProblemFileResponse> {
    const file = await fileOfProblem(this.ground.rows, problemId, sha256);
    if (file === undefined) throw refused({ reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' });
    return file;
  }
}
