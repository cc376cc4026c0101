import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Arguments } from './arguments.ts';
import { ensureCertificates, keepRenewed } from './certificates.ts';
import type { SetUpLink } from './child-messages.ts';
import { type DataDirectory, ensureDataDirectory, ensureSecrets } from './data-directory.ts';
import { lockDataDirectory } from './data-lock.ts';
import { type PlatformDatabase, startDatabase } from './database.ts';
import { answerDriver } from './driver-channel.ts';
import { knownChildren } from './known-children.ts';
import { Platform } from './platform.ts';
import { choosePorts, GATEWAY_PORT_DEFAULT } from './ports.ts';
import { progress } from './progress.ts';
import { loadSample, type SampleOptions } from './sample.ts';
import type { Plan } from './service-environment.ts';
import { SERVICE_NAMES, type ServiceName } from './service-names.ts';

export type Surroundings = Readonly<{
  say: (line: string) => void;
  programOf: (service: ServiceName) => string;
  /** Where the build puts the console. */
  consoleDirectory: string;
  environment: NodeJS.ProcessEnv;
}>;

/** What must be undone at the end, the newest first. Everything is tried; the first failure is thrown at the end. */
const endings = () => {
  const steps: (() => Promise<void>)[] = [];
  return {
    add: (step: () => Promise<void>): void => void steps.unshift(step),
    run: async (): Promise<void> => {
      const failures: unknown[] = [];
      for (const step of steps.splice(0)) await step().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  };
};

/** Resolves when somebody wants the platform to stop: a signal, or the end of the driver that started us. */
const stopAsked = (): { promise: Promise<string>; letGo: () => void; done: () => void } => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const onSignal = (signal: string): void => resolve(signal);
  const onDisconnect = (): void => resolve('the program that started it is gone');
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  if (process.send) process.on('disconnect', onDisconnect);
  return {
    promise,
    letGo: () => void process.off('disconnect', onDisconnect),
    done: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('disconnect', onDisconnect),
  };
};

const urlOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

type Announcement = Readonly<{ url: string; setUpLink: SetUpLink | undefined; say: (line: string) => void }>;

const announce = ({ url, setUpLink, say }: Announcement): void => {
  if (setUpLink)
    say(`\nNobody has set it up yet. One-time link and its code:\n  ${setUpLink.url}\n  ${setUpLink.code}\n`);
  say(`ready: ${url}`);
  if (process.connected) process.send?.({ kind: 'ready', url, setUpLink: setUpLink ?? null });
};

/** The sample goes into an empty platform only; true when it was loaded. */
const fillWithSample = async (platform: Platform, options: Omit<SampleOptions, 'setUpLink'>): Promise<boolean> => {
  if (platform.setUpLink === undefined) {
    options.say('The sample was not loaded: this platform has been set up already.');
    return false;
  }
  await loadSample({ ...options, setUpLink: platform.setUpLink });
  return true;
};

const ARCHIVE_SECONDS_MAX = 3_600;

/** `ARCHIVE_SECONDS`: the database archives what it writes, for backups (README). */
const archiveOf = ({ ARCHIVE_SECONDS: given }: NodeJS.ProcessEnv): { archiveSeconds?: number } => {
  if (given === undefined) return {};
  const archiveSeconds = Number(given);
  if (!Number.isInteger(archiveSeconds) || archiveSeconds < 1 || archiveSeconds > ARCHIVE_SECONDS_MAX)
    throw new Error(`ARCHIVE_SECONDS is a number from 1 to ${ARCHIVE_SECONDS_MAX}, not ${given}`);
  return { archiveSeconds };
};

type Made = Readonly<{ data: DataDirectory; database: PlatformDatabase; plan: Plan }>;

/** Brings everything up to the point where services can start. */
const prepare = async (
  given: Arguments,
  { say, environment, consoleDirectory, programOf }: Surroundings,
  { ends, steps }: { ends: ReturnType<typeof endings>; steps: ReturnType<typeof progress> },
): Promise<Made & { children: ReturnType<typeof knownChildren> }> => {
  const data = await ensureDataDirectory(given.dataDirectory);
  ends.add(await lockDataDirectory(data.path));
  const children = knownChildren(data.path);
  const orphans = await children.endOrphans();
  if (orphans.length > 0) steps.step(`ended what a killed run had left: ${orphans.join(', ')}`);
  const secrets = await ensureSecrets(data);
  const ports = await choosePorts(data.path, {
    host: given.host,
    port: given.port,
    // Several demos may start at the same moment: each draws its own port.
    preferred: given.movedClock === undefined ? GATEWAY_PORT_DEFAULT : undefined,
  });
  const database = await startDatabase({
    directory: data.database,
    port: ports.database,
    secrets,
    givenUrl: environment['DATABASE_URL'],
    ...archiveOf(environment),
    onTrouble: (error) => say(`database: ${error.message}`),
  });
  ends.add(database.stop);
  steps.step(environment['DATABASE_URL'] === undefined ? 'database started' : 'database prepared');
  const certificates = given.tls ? join(data.path, 'secrets', 'tls') : undefined;
  if (certificates !== undefined) {
    await ensureCertificates(certificates, Date.now());
    ends.add(keepRenewed(certificates, say));
  }
  const plan: Plan = {
    data,
    secrets,
    ports,
    host: given.host,
    databaseUrl: database.urlFor,
    consoleDirectory,
    sample: given.sample,
    telemetryHook: (service) => pathToFileURL(join(dirname(programOf(service)), 'register.js')).href,
    environment,
    ...(certificates === undefined ? {} : { certificates }),
  };
  return { data, database, plan, children };
};

/** Starts the platform, keeps it running until it is asked to stop, and stops it in order: gateway, services, database. */
export const run = async (given: Arguments, surroundings: Surroundings): Promise<void> => {
  const { say, programOf } = surroundings;
  const steps = progress(say, () => performance.now());
  const ends = endings();
  const asked = stopAsked();
  say(`Starting Jiangong in ${given.dataDirectory}`);
  try {
    const { database, plan, children } = await prepare(given, surroundings, { ends, steps });
    let readyCount = 0;
    const counted = new Set<ServiceName>();
    const platform = new Platform({
      plan,
      database,
      children,
      programOf,
      movedClock: given.movedClock,
      showLogs: given.showLogs,
      say,
      onReady: (service) => {
        if (counted.has(service)) return;
        counted.add(service);
        steps.step(`${service} ready, ${(readyCount += 1)} of ${SERVICE_NAMES.length}`);
      },
    });
    ends.add(() => platform.stop());
    if (process.send) answerDriver({ platform, letGo: asked.letGo });
    const stoppedEarly = await Promise.race([platform.start().then(() => undefined), asked.promise]);
    if (stoppedEarly === undefined) {
      const url = urlOf(given.host, plan.ports.gateway);
      const setUpBySample =
        given.sample && (await fillWithSample(platform, { url, signIns: plan.data.sampleSignIns, say }));
      announce({ url, setUpLink: setUpBySample ? undefined : platform.setUpLink, say });
      say(`Stopping: ${await asked.promise}`);
    }
  } finally {
    await ends.run();
    asked.done();
  }
  say('stopped');
};
