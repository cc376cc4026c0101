import 'reflect-metadata';
import { answerParent, movedClock, type ServiceStatus, systemClock } from '@jiangong/service-host/nest';
import { createLogger } from '@jiangong/telemetry/node';
import { readSettings } from './settings.ts';
import { startGateway } from './start-gateway.ts';

/** A gateway that was told to stop is gone within this time. */
const STOP_WITHIN_MS = 8_000;

const settings = readSettings(process.env);
const log = createLogger({ service: 'gateway', level: settings.logLevel });
const moved = process.env['JIANGONG_MOVED_CLOCK'] === undefined ? undefined : movedClock(process.env['JIANGONG_MOVED_CLOCK']);
const clock = moved ?? systemClock;
const gateway = await startGateway(settings, { now: () => clock.now() }, log);

let stopping: Promise<void> | undefined;
const end = (why: string): void => {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  stopping ??= gateway.close().then(
    () => {
      log.info({ why }, 'stopped');
      process.exit(0);
    },
    (error: unknown) => {
      log.error({ err: error }, 'the gateway did not stop in order');
      process.exit(1);
    },
  );
};

const status = async (): Promise<ServiceStatus> => {
  const { readers } = gateway.parts.access;
  const { events: lag, head } = await readers.lag();
  return { ready: stopping === undefined, lag, head, due: 0, busy: 0, parked: (await readers.parked()).length };
};

process.once('SIGTERM', () => end('SIGTERM'));
process.once('SIGINT', () => end('SIGINT'));
const parent = answerParent({
  status,
  gone: () => end('the supervisor is gone'),
  ...(moved === undefined ? {} : { setClock: (now: string) => moved.move(now) }),
});
if (gateway.setUpUrl !== undefined) log.info({ setUpUrl: gateway.setUpUrl }, 'nobody can sign in yet: open this link once to set the platform up');
log.info({ listen: gateway.url, publicUrl: settings.publicUrl }, 'ready');
parent.say({ kind: 'ready' });
