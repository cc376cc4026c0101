import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { answerParent, type ReaderCompared, type ServiceStatus } from '@jiangong/service-host/nest';
import { createLogger, logFatalErrors, stopTelemetry, traceHere } from '@jiangong/telemetry/node';
import { observeGateway } from './observe-gateway.ts';
import { readSettings } from './settings.ts';
import { startGateway } from './start-gateway.ts';

/** A gateway that was told to stop is gone within this time. */
const STOP_WITHIN_MS = 8_000;

logFatalErrors('gateway');
await traceHere();
const settings = readSettings(process.env);
const log = createLogger({ service: 'gateway', level: settings.logLevel });
const gateway = await startGateway(settings, log);
observeGateway(gateway, { evidenceDir: process.env['EVIDENCE_DIR'], certificateFile: process.env['TLS_CERT_FILE'] });

let stopping: Promise<void> | undefined;
const end = (why: string): void => {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  stopping ??= gateway
    .close()
    .then(stopTelemetry)
    .then(
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
  // Before the end of the log is taken: a notice told meanwhile has moved it.
  const due = await gateway.untoldNotices();
  const { events: lag, head } = await readers.lag();
  return { ready: stopping === undefined, lag, head, due, busy: 0, parked: (await readers.parked()).length };
};

process.once('SIGTERM', () => end('SIGTERM'));
process.once('SIGINT', () => end('SIGINT'));
const compare = async (): Promise<readonly ReaderCompared[]> => {
  const { reader, position, equal } = await gateway.parts.access.readers.rebuildAndCompare('access');
  return [{ reader, position, equal }];
};
const parent = answerParent({ status, compare, gone: () => end('the supervisor is gone') });
// Link and code let their bearer in. A secret: to the supervisor, who shows it, into a file of its own, or to a person at a terminal; never into a log.
if (gateway.setUpLink !== undefined) {
  const { url, code } = gateway.setUpLink;
  const said = `初始设置链接（一次有效） / one-time set-up link: ${url}\n验证码 / code: ${code}\n`;
  if (process.send !== undefined) process.send({ kind: 'set-up-link', url, code });
  else if (settings.setUpLinkFile !== undefined)
    await writeFile(settings.setUpLinkFile, `${url}\n${code}\n`, { mode: 0o600 });
  else if (process.stdout.isTTY) process.stdout.write(said);
  else
    log.warn(
      {},
      'nobody has set the platform up: start the gateway at a terminal or with SET_UP_LINK_FILE to get the link',
    );
}
log.info({ listen: gateway.url, publicUrl: settings.publicUrl }, 'ready');
parent.say({ kind: 'ready' });
