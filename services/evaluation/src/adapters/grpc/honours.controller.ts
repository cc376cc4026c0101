import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { pacesetterRecords } from '@jiangong/scoring';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { namePacesetters } from '../../application/name-pacesetters.ts';
import { seriesEditions } from '../../application/series-editions.ts';
import { seriesStream } from '../../application/streams.ts';
import type { SeriesFact } from '../../domain/series/facts.ts';
import { honours } from '../postgres/evaluation-questions.ts';
import { EVALUATION } from './evaluation-token.ts';
import { meetingOf } from './meeting-of.ts';
import { slicesOf } from './slices.ts';

const SERVICE = 'EvaluationService';

const slices = slicesOf('ListHonours');

const decisionMessage = (facts: readonly SeriesFact[]): rpc.NamingDecision | undefined => {
  const [decided] = facts.filter((fact) => fact.type === 'PacesettersDecided.v1');
  if (decided === undefined) return undefined;
  const { reading, firstYear, lastYear, minutesNumber, heldOn, present } = decided.data;
  const organizationIds = facts.flatMap((fact) =>
    fact.type === 'PacesetterNamed.v1' ? [fact.data.organizationId] : [],
  );
  return { reading, firstYear, lastYear, meeting: { minutesNumber, heldOn, present }, organizationIds };
};

/** Honours over the years, and those that everybody may see. */
@Controller()
export class HonoursController {
  private readonly evaluation: Evaluation;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  @GrpcMethod(SERVICE, 'NamePacesetters')
  async namePacesetters(
    { meeting, ...request }: rpc.NamePacesettersRequest,
    metadata: Metadata,
  ): Promise<rpc.NamePacesettersResponse> {
    return {
      receipt: receiptOf(
        await namePacesetters(this.evaluation)({ ...request, meeting: meetingOf(meeting) }, callOf(metadata)),
      ),
    };
  }

  @GrpcMethod(SERVICE, 'GetNaming')
  async getNaming({ seriesId }: rpc.GetNamingRequest): Promise<rpc.GetNamingResponse> {
    const { ground, knowledge } = this.evaluation;
    const editions = (await seriesEditions(this.evaluation, seriesId)).filter(({ commended }) => commended);
    const records = pacesetterRecords(editions).filter(({ yearsDeclared }) => yearsDeclared.length === editions.length);
    const names = await knowledge.names(records.map(({ organizationId }) => organizationId));
    const events = await ground.store.readStream(seriesStream(seriesId));
    return {
      years: editions.map(({ year }) => year),
      records: records.map((record) => ({
        ...record,
        nameZh: names[record.organizationId]?.zh ?? '',
        nameEn: names[record.organizationId]?.en ?? '',
      })),
      decision: decisionMessage(events.map(({ type, data }) => ({ type, data }) as SeriesFact)),
    };
  }

  @GrpcMethod(SERVICE, 'ListHonours')
  async listHonours(request: rpc.ListHonoursRequest): Promise<rpc.ListHonoursResponse> {
    const slice = slices.asked(request);
    const { page, nextPageToken } = slices.page(await honours(this.evaluation.ground.rows, request.year, slice), slice);
    return { honours: [...page], nextPageToken };
  }
}
