import { Metadata, type ServerUnaryCall } from '@grpc/grpc-js';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { crashpoint } from '@jiangong/crashpoints';
import { isDatabaseAway, isDatabaseFull } from '@jiangong/database/postgres';
import { LogOverloaded } from '@jiangong/event-store/postgres';
import { attributeNames, type Logger } from '@jiangong/telemetry';
import { currentTraceparent, inSpan, type RedMetrics, rpcAttributes } from '@jiangong/telemetry/node';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Clock } from '../ground.ts';
import { RefusedError, refused, type RefusalTexts } from '../refusals.ts';
import type { Admitted, Authorize } from './authorize.ts';
import { BEHIND_KEY, type CallFacts, NOW_KEY, readCallMetadata } from './call-metadata.ts';
import { CALLS_IN_FLIGHT_MAX, concurrencyLimit } from './concurrency-limit.ts';
import { isUnreadable } from './readable-message.ts';
import { rememberCall } from './receipt-of.ts';
import { accidentToRpc, refusalToRpc } from './refusal-to-status.ts';

type Call = ServerUnaryCall<Record<string, unknown>, unknown>;

export type InterceptorPorts = Readonly<{
  authorize: Authorize;
  texts: RefusalTexts;
  metrics: RedMetrics;
  log: Logger;
  /** What every answer tells as the platform's time. */
  clock: Clock;
  /** The service's name: the scope of its spans. */
  service: string;
  /** Whether who is connected may call at all; absent where services talk in plain text on one machine. */
  knowsCaller?: (call: Call) => boolean;
}>;

/** Why a call was refused, for its span: a no is an answer, not an accident. */
const refusalOf = (error: unknown): string | undefined =>
  error instanceof RefusedError ? error.refusal.reason : undefined;

/** Accidents that pass by themselves: the caller is told to come again. */
const passing = (broken: unknown): RefusedError | undefined => {
  if (broken instanceof LogOverloaded) return refused({ reason: 'TOO_BUSY' });
  if (isDatabaseFull(broken)) return refused({ reason: 'DATABASE_FULL' });
  return isDatabaseAway(broken) ? refused({ reason: 'DATABASE_AWAY' }) : undefined;
};

/**
 * Stands before every RPC: limit, identity, permission, recorded read. Denies by default. On the way out it turns refusals
 * into statuses with their texts, and accidents into INTERNAL with nothing told.
 */
export class PermissionInterceptor implements NestInterceptor {
  private readonly limit = concurrencyLimit(CALLS_IN_FLIGHT_MAX);
  private readonly ports: InterceptorPorts;

  constructor(ports: InterceptorPorts) {
    this.ports = ports;
  }

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [request, metadata, call] = execution.getArgs<[Record<string, unknown>, Metadata, Call]>();
    return from(this.answer(request, metadata, call, next));
  }

  /** Calls being worked on: the host drains them before it stops. */
  inFlight(): number {
    return this.limit.inFlight();
  }

  private async answer(
    request: Record<string, unknown>,
    metadata: Metadata,
    call: Call,
    next: CallHandler,
  ): Promise<unknown> {
    const path = call.getPath();
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1_000;
    try {
      if (this.ports.knowsCaller?.(call) === false) throw refused({ reason: 'CALLER_NOT_ALLOWED' });
      if (isUnreadable(request)) throw refused({ reason: 'MESSAGE_UNREADABLE' });
      if (!this.limit.enter()) throw refused({ reason: 'TOO_BUSY' });
      try {
        const answer = await this.admitted(request, metadata, call, next);
        this.ports.metrics.record({ operation: rpcAttributes(path), outcome: 'ok', seconds: seconds() });
        return answer;
      } finally {
        this.limit.leave();
      }
    } catch (error) {
      throw this.failure(path, error, seconds());
    }
  }

  private admitted(
    request: Record<string, unknown>,
    metadata: Metadata,
    call: Call,
    next: CallHandler,
  ): Promise<unknown> {
    const facts = readCallMetadata(metadata);
    const span = {
      scope: this.ports.service,
      name: call.getPath().slice(1),
      kind: 'server' as const,
      parent: facts.traceparent,
      refusalOf,
      attributes: { ...rpcAttributes(call.getPath()), [attributeNames.correlation]: facts.correlationId },
    };
    return inSpan(span, async () => {
      const { record } = await this.admit(call, request, metadata, { ...facts, traceparent: currentTraceparent() });
      const answer: unknown = await lastValueFrom(next.handle());
      await record();
      crashpoint('before-answer');
      return answer;
    });
  }

  private async admit(
    call: Call,
    request: Record<string, unknown>,
    metadata: Metadata,
    facts: CallFacts,
  ): Promise<Admitted> {
    const admitted = await this.ports.authorize(call.getPath(), request, facts);
    const header = new Metadata();
    header.set(NOW_KEY, this.ports.clock.now());
    if (admitted.behind) header.set(BEHIND_KEY, 'true');
    call.sendMetadata(header);
    rememberCall(metadata, admitted.context);
    return admitted;
  }

  private failure(path: string, broken: unknown, seconds: number): Error {
    const error = passing(broken) ?? broken;
    if (error instanceof RefusedError) {
      this.ports.metrics.record({
        operation: rpcAttributes(path),
        outcome: 'refused',
        seconds,
        reason: error.refusal.reason,
      });
      return refusalToRpc(error, this.ports.texts);
    }
    this.ports.log.error({ err: error, rpc: path }, 'a call failed');
    this.ports.metrics.record({
      operation: rpcAttributes(path),
      outcome: 'failed',
      seconds,
      reason: error instanceof Error ? error.name : typeof error,
    });
    return accidentToRpc();
  }
}
