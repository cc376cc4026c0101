import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/scoring';
import { type Ground, pagesOf, refused } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { entriesToScore, entriesToScoreCount, entryToScore } from '../postgres/scoring-questions.ts';
import { SERVICE } from './tokens.ts';

const ENTRY_ID = /^[0-9a-f-]{36}$/u;

const pages = pagesOf(
  'ListEntriesToScore',
  (value): value is string => typeof value === 'string' && ENTRY_ID.test(value),
);

/** What evaluators read of the entries that they score; whether they still do is the access rule's question. */
@Controller()
export class ScoringQuestionsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'GetEntryToScore')
  async getEntryToScore({ entryId }: rpc.GetEntryToScoreRequest): Promise<rpc.GetEntryToScoreResponse> {
    const found = await entryToScore(this.ground.rows, this.ground.privacy, entryId);
    if (found === undefined) throw refused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' });
    return found;
  }

  @GrpcMethod(SERVICE, 'ListEntriesToScore')
  async listEntriesToScore(
    request: rpc.ListEntriesToScoreRequest,
    metadata: Metadata,
  ): Promise<rpc.ListEntriesToScoreResponse> {
    const { rows, privacy, clock } = this.ground;
    const asked = pages.asked(request);
    const whose = { roundId: request.roundId, personId: callOf(metadata).caller.personId ?? '', now: clock.now() };
    const [found, total] = await Promise.all([
      entriesToScore(rows, privacy, { ...whose, page: asked }),
      entriesToScoreCount(rows, whose),
    ]);
    const { page, nextPageToken } = pages.page(found, asked, ({ entryId }) => entryId);
    return { entries: [...page], nextPageToken, total };
  }
}
