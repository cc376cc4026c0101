import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { uploadReport } from '../journeys/demo/play/acts/upload-report.ts';
import { SmallCampaign, UNIT_A, YEAR } from '../journeys/bad-input/small-campaign.ts';
import { morningOf } from '../journeys/demo/world/edition-calendar.ts';
import { OtlpReceiver, type ReceivedSpan, telemetryTo } from './otlp-receiver.ts';

/** Whatever is on its way has come in by then. */
const ARRIVES_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** Everybody whose spans and metrics an edition makes. */
const TELLERS = ['gateway', 'organizations', 'membership', 'merit-projects', 'evaluation', 'notifications'];

/** What a click left behind: its own span as the parent of everything, and the receipt's event. */
export type Declaration = Readonly<{ traceId: string; clickSpanId: string; eventId: string; entryId: string }>;

/** A whole platform whose telemetry goes to a real receiver, with a small edition to play. */
export class TracedCampaign {
  readonly receiver: OtlpReceiver;
  readonly campaign: SmallCampaign;

  private constructor(receiver: OtlpReceiver, campaign: SmallCampaign) {
    this.receiver = receiver;
    this.campaign = campaign;
  }

  /** @param given where the telemetry comes in at last; the campaign ends it. */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    given?: OtlpReceiver,
  ): Promise<TracedCampaign> {
    const receiver = given ?? (await OtlpReceiver.start());
    try {
      return new TracedCampaign(receiver, await SmallCampaign.start({ ...telemetryTo(receiver), ...environment }));
    } catch (error) {
      receiver.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.campaign.stop();
    this.receiver.stop();
  }

  /** Plays until a unit may declare, and declares one entry as a browser with tracing of its own would. */
  async declare(): Promise<Declaration> {
    const { campaign } = this;
    await campaign.reach('planned');
    await campaign.play.platform.moveClock(morningOf(`${YEAR}-11-04`));
    const [traceId, clickSpanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
    const [by, entryId] = [`${UNIT_A}-officer`, campaign.entry(UNIT_A, 1)];
    const path = `/v1/entries/${entryId}/declare`;
    const report = await uploadReport(campaign.play.as(by));
    const answer = await campaign.client.send({
      method: 'POST',
      path,
      body: JSON.stringify({ summary: '按期完成，成效明显。', ...report }),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        origin: campaign.client.origin,
        cookie: campaign.cookieOf(by, path),
        // The same key as the story's own order: there it is a repeat.
        'idempotency-key': campaign.play.key(`${by} POST ${path}`),
        traceparent: `00-${traceId}-${clickSpanId}-01`,
      },
    });
    if (answer.status !== 200) throw new Error(`declaring: ${answer.status} ${answer.body.toString('utf8')}`);
    const { receipt } = JSON.parse(answer.body.toString('utf8')) as {
      receipt: { events: readonly { eventId: string }[] };
    };
    await campaign.play.platform.untilQuiet();
    return { traceId, clickSpanId, eventId: receipt.events[0]?.eventId ?? '', entryId };
  }

  spansOf(traceId: string): readonly ReceivedSpan[] {
    return this.receiver.spans.filter((span) => span.traceId === traceId);
  }

  /**
   * Whether every process has told of itself: what was told can only be searched for names once somebody has spoken. How many messages it
   * came in says nothing, since a busy machine puts more into each.
   */
  async everybodyTold(): Promise<boolean> {
    return this.arrives(() => {
      const told = new Set(this.receiver.spans.map(({ service }) => service));
      return TELLERS.every((name) => told.has(`jiangong-${name}`));
    });
  }

  /** Waits for what travels on its own time; answers whether it came. */
  async arrives(holds: () => boolean | Promise<boolean>): Promise<boolean> {
    for (const until = Date.now() + ARRIVES_WITHIN_MS; Date.now() < until; await wait(LOOK_EVERY_MS))
      if (await holds()) return true;
    return holds();
  }

  /** Every line that the processes have logged so far. */
  async logLines(): Promise<readonly string[]> {
    const folder = join(this.campaign.directory, 'logs');
    const files = await readdir(folder);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    return texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
  }
}
