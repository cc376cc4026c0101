import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { localDateOf } from '@jiangong/calendar';
import { listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { changeHonours } from '../../application/change-honours.ts';
import type { Decisions } from '../../application/decisions.ts';
import { honourRead } from '../../application/honour-read.ts';
import { typedCertificateNumber } from '../../domain/honour/certificate-number.ts';
import {
  HONOUR_SORTS,
  honourById,
  honourOfCertificate,
  type HonourRow,
  publicHonours,
} from '../postgres/honour-questions.ts';
import { DECISIONS } from './decisions-token.ts';

const SERVICE = 'HonourService';

const honourLists = listsOf('ListHonours', HONOUR_SORTS);

/** Whoever does not ask for others means these. */
const NOT_WITHDRAWN = ['stands', 'expired'] as const;

/** Whether it stands on that day: neither withdrawn nor past its last day. */
const standingOn = (honour: HonourRow, today: string): HonourRow & Readonly<{ standing: string }> => {
  const expired = honour.until !== '' && honour.until < today;
  return { ...honour, standing: honour.state === 'withdrawn' ? 'withdrawn' : expired ? 'expired' : 'stands' };
};

/** Honours from their circular on: rechecked, withdrawn, restored, and shown to everybody. */
@Controller()
export class HonoursController {
  private readonly decisions: Decisions;
  private readonly change: ReturnType<typeof changeHonours>;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.decisions = decisions;
    this.change = changeHonours(decisions);
  }

  @GrpcMethod(SERVICE, 'ListHonours')
  async listHonours(request: rpc.ListHonoursRequest): Promise<rpc.ListHonoursResponse> {
    const { rows, clock } = this.decisions.ground;
    const asked = honourLists.asked(request);
    const today = localDateOf(clock.now());
    const years = wordsOf(request.years, 'years');
    const standings = wordsOf(request.standing, 'standing');
    const found = await publicHonours(rows, {
      ...{ ...asked, today, grantedBy: request.grantedBy },
      years: request.year === 0 ? years : [...years, String(request.year)],
      kinds: wordsOf(request.kind, 'kind'),
      awards: wordsOf(request.award, 'award'),
      standings: standings.length === 0 ? NOT_WITHDRAWN : standings,
    });
    const { page, nextPageToken, counts } = honourLists.told(found, asked);
    return { honours: page.map((honour) => standingOn(honour, today)), nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'VerifyCertificate')
  async verifyCertificate(request: rpc.VerifyCertificateRequest): Promise<rpc.VerifyCertificateResponse> {
    const { rows, clock } = this.decisions.ground;
    // Mistyped and unknown are answered alike; a wrong character is found without looking anything up.
    const number = typedCertificateNumber(request.certificateNumber);
    const honour = number === undefined ? undefined : await honourOfCertificate(rows, number);
    if (honour === undefined) throw refused({ reason: 'CERTIFICATE_UNKNOWN', field: 'certificateNumber' });
    return { honour: standingOn(honour, localDateOf(clock.now())) };
  }

  @GrpcMethod(SERVICE, 'GetHonour')
  async getHonour({ honourId }: rpc.GetHonourRequest): Promise<rpc.GetHonourResponse> {
    const [honour, read] = await Promise.all([
      honourById(this.decisions.ground.rows, honourId),
      honourRead(this.decisions)(honourId),
    ]);
    if (honour === undefined || read === undefined) throw refused({ reason: 'HONOUR_NOT_FOUND', field: 'honourId' });
    const today = localDateOf(this.decisions.ground.clock.now());
    return { honour: standingOn({ ...honour, state: read.state }, today), ...read.shown };
  }

  @GrpcMethod(SERVICE, 'ProposeHonourAct')
  async propose(request: rpc.ProposeHonourActRequest, metadata: Metadata): Promise<rpc.ProposeHonourActResponse> {
    const { proposalId, handled } = await this.change.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RejectHonourProposal')
  async reject(
    request: rpc.RejectHonourProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectHonourProposalResponse> {
    return { receipt: receiptOf(await this.change.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'WithdrawHonour')
  async withdraw(request: rpc.WithdrawHonourRequest, metadata: Metadata): Promise<rpc.WithdrawHonourResponse> {
    return { receipt: receiptOf(await this.change.carryOut('WithdrawHonour', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RestoreHonour')
  async restore(request: rpc.RestoreHonourRequest, metadata: Metadata): Promise<rpc.RestoreHonourResponse> {
    return { receipt: receiptOf(await this.change.carryOut('RestoreHonour', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RecheckHonour')
  async recheck(request: rpc.RecheckHonourRequest, metadata: Metadata): Promise<rpc.RecheckHonourResponse> {
    return { receipt: receiptOf(await this.change.recheck(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RecallPlaque')
  async recallPlaque(request: rpc.RecallPlaqueRequest, metadata: Metadata): Promise<rpc.RecallPlaqueResponse> {
    return { receipt: receiptOf(await this.change.recallPlaque(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReturnPlaque')
  async returnPlaque(request: rpc.ReturnPlaqueRequest, metadata: Metadata): Promise<rpc.ReturnPlaqueResponse> {
    return { receipt: receiptOf(await this.change.returnPlaque(request, callOf(metadata))) };
  }
}
