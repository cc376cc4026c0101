import { ExportResultCode } from '@opentelemetry/core';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from '../logger.ts';
import { metricNames } from '../names.ts';
import { type Counter, counterOf } from './instruments.ts';

const SCOPE = 'telemetry';

/**
 * Says when spans do not reach the collector: once in the log when it begins and once when they leave again, and each lost span in a metric,
 * which arrives when the collector is back. No work waits for it, and none fails for it.
 */
export class TellLostSpans implements SpanExporter {
  readonly #exporter: SpanExporter;
  readonly #log: Logger;
  /** Made when it is needed: before the SDK runs a meter counts nothing. */
  #counter: Counter | undefined;
  #lost = 0;

  constructor(exporter: SpanExporter, log: Logger) {
    this.#exporter = exporter;
    this.#log = log;
  }

  export(...[spans, done]: Parameters<SpanExporter['export']>): void {
    this.#exporter.export(spans, (result) => {
      if (result.code === ExportResultCode.FAILED) this.#lose(spans.length, result.error);
      else this.#arrived();
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.();
  }

  #lose(count: number, err: Error | undefined): void {
    if (this.#lost === 0) this.#log.warn({ err }, 'spans do not reach the collector');
    this.#lost += count;
    this.#counter ??= counterOf(SCOPE, metricNames.lostSpans);
    this.#counter.add(count);
  }

  #arrived(): void {
    if (this.#lost === 0) return;
    this.#log.info({ lost: this.#lost }, 'spans reach the collector again');
    this.#lost = 0;
  }
}
