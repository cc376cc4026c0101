import type { Metadata } from '@grpc/grpc-js';
import { OperationsServiceService, protoMetadata } from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import type * as rpc from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import type { Readers } from '@jiangong/read-models';
import type { RecentSpans } from '@jiangong/telemetry/node';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { pageOfParked } from '../operations/parked-pages.ts';
import { type Repair, repairParked, type RepairPorts } from '../operations/repair-parked.ts';
import type { ServiceContract } from './package-definition.ts';
import { callOf, receiptOf } from './receipt-of.ts';

/** Every service serves it beside its own contract. */
export const operationsContract: ServiceContract = {
  name: 'jiangong.operations.v1.OperationsService',
  service: OperationsServiceService,
  metadata: protoMetadata,
};

/** What operations need of a service. */
export type Operations = RepairPorts &
  Readonly<{
    readers: Pick<Readers, 'lag' | 'parked' | 'retryParked' | 'skipParked'>;
    /** The last spans of this process. */
    spans: Pick<RecentSpans, 'find'>;
  }>;

/** Injection token of the `Operations`. */
export const OPERATIONS = Symbol('jiangong.operations');

const SERVICE = 'OperationsService';

/** Spans in one answer, and where the caller names no number. */
export const SPANS_LISTED_MAX = 1_000;
const SPANS_LISTED_DEFAULT = 200;

/** What an operator sees and mends: names, places and counts, never an event's payload. */
@Controller()
export class OperationsController {
  private readonly operations: Operations;
  private readonly repair: ReturnType<typeof repairParked>;

  constructor(@Inject(OPERATIONS) operations: Operations) {
    this.operations = operations;
    this.repair = repairParked(operations);
  }

  @GrpcMethod(SERVICE, 'GetLag')
  async getLag(): Promise<rpc.GetLagResponse> {
    const { head, byReader } = await this.operations.readers.lag();
    const readers = Object.entries(byReader).map(([reader, { events, seconds }]) => ({
      reader,
      events,
      milliseconds: Math.round(seconds * 1_000),
    }));
    return { head, readers, upMilliseconds: Math.round(process.uptime() * 1_000) };
  }

  @GrpcMethod(SERVICE, 'ListParked')
  async listParked(request: rpc.ListParkedRequest): Promise<rpc.ListParkedResponse> {
    const { page, nextPageToken } = pageOfParked(await this.operations.readers.parked(), request);
    return { parked: [...page], nextPageToken };
  }

  @GrpcMethod(SERVICE, 'ListSpans')
  async listSpans({
    traceId,
    eventId,
    rootsOnly,
    failedOnly,
    pageSize,
  }: rpc.ListSpansRequest): Promise<rpc.ListSpansResponse> {
    const limitMax = pageSize > 0 ? Math.min(pageSize, SPANS_LISTED_MAX) : SPANS_LISTED_DEFAULT;
    const asked = {
      ...(traceId === '' ? {} : { traceId }),
      ...(eventId === '' ? {} : { eventId }),
      rootsOnly,
      failedOnly,
      limitMax,
    };
    return {
      spans: this.operations.spans.find(asked).map((span) => ({ ...span, attributes: { ...span.attributes } })),
    };
  }

  @GrpcMethod(SERVICE, 'RetryParked')
  async retryParked(request: rpc.RetryParkedRequest, metadata: Metadata): Promise<rpc.RetryParkedResponse> {
    return this.mend({ ...request, type: 'RetryParked' }, metadata);
  }

  @GrpcMethod(SERVICE, 'SkipParked')
  async skipParked(request: rpc.SkipParkedRequest, metadata: Metadata): Promise<rpc.SkipParkedResponse> {
    return this.mend({ ...request, type: 'SkipParked' }, metadata);
  }

  private async mend(repair: Repair, metadata: Metadata): Promise<rpc.RetryParkedResponse> {
    const { handled, done, left } = await this.repair(repair, callOf(metadata));
    return { receipt: receiptOf(handled), done, left };
  }
}
