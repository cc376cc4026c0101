import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/papers';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { PAPER_SORTS, paperById, papersOf } from '../postgres/paper-projection.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const paperLists = listsOf('ListNoticePapers', PAPER_SORTS);

/** Public notices on paper: known by hash, kept elsewhere. */
@Controller()
export class PapersController {
  private readonly ground: Ground;
  private readonly useCases: MeritProjects;

  constructor(@Inject(GROUND) ground: Ground, @Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.ground = ground;
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'MakeNoticePaper')
  async makeNoticePaper(request: rpc.MakeNoticePaperRequest, metadata: Metadata): Promise<rpc.MakeNoticePaperResponse> {
    const made = await this.useCases.papers.make(request, callOf(metadata));
    const receipt = receiptOf(made.handled);
    return { receipt, paperId: made.paperId, sha256: made.sha256, content: Buffer.from(made.content) };
  }

  @GrpcMethod(SERVICE, 'WithdrawNoticePaper')
  async withdrawNoticePaper(
    request: rpc.WithdrawNoticePaperRequest,
    metadata: Metadata,
  ): Promise<rpc.WithdrawNoticePaperResponse> {
    return { receipt: receiptOf(await this.useCases.papers.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListNoticePapers')
  async listNoticePapers(request: rpc.ListNoticePapersRequest): Promise<rpc.ListNoticePapersResponse> {
    const asked = paperLists.asked({ ...request, q: '' });
    const found = await papersOf(this.ground.rows, {
      ...{ ...asked, editionId: request.editionId },
      about: wordsOf(request.about, 'about'),
      standings: wordsOf(request.standing, 'standing'),
    });
    const { page, nextPageToken, counts } = paperLists.told(found, asked);
    return { papers: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetNoticePaper')
  async getNoticePaper({ paperId }: rpc.GetNoticePaperRequest): Promise<rpc.GetNoticePaperResponse> {
    const paper = await paperById(this.ground.rows, paperId);
    if (paper === undefined) throw refused({ reason: 'PAPER_NOT_FOUND', field: 'paperId' });
    return { paper };
  }
}
