import { type ParkedEvent, PositionWaiters, type Projection, type ReadersLag } from '@jiangong/read-models';
import {
  CommitsLostError,
  compareWithReplay,
  type EventPage,
  errorClassOf,
  type FetchParked,
  IDLE_KEEP_MS,
  jitteredBackoff,
  listParked,
  OUTAGE_BACKOFF_MS,
  OUTAGE_BACKOFF_MS_MAX,
  type ReaderGroup,
  retryParked,
  skipParked,
} from '@jiangong/read-models/postgres';
import { followPublicFacts } from '../follow-public-facts.ts';
import { FACTS_PER_EVENT_MAX, READ_FACTS_MAX } from '../public-fact.ts';
import { comparedProjection, comparedTranslator } from './compared-readers.ts';
import { pageOfFacts } from './fact-events.ts';
import { PAGE_EVENTS_MAX, pageOfLog } from './log-pages.ts';
import { lagOf } from './reader-lag.ts';
import { Rest } from './rest.ts';
import type { FactGroup, Running, ServiceReaders } from './running.ts';
import { TRANSLATOR } from './translator-reader.ts';

/**
 * After a small page the readers rest, so that a transaction takes several orders: shortly where another service waits for this
 * one's facts or orders, longer where nobody else does. Whoever waits here cuts the rest short.
 */
const AWAITED_REST_MS = 3;
const UNAWAITED_REST_MS = 100;
const SMALL_PAGE_EVENTS = 50;

/** A notification can be lost: while a translator is awaited its position is asked for so often. */
const TRANSLATED_POLL_MS = 100;

/** One loop that begins again after trouble, until stopped. `run` goes on from where its readers stand. */
const keepRunning = async (running: Running, what: string, run: () => Promise<void>): Promise<void> => {
  const { abort, options } = running;
  const backoff = jitteredBackoff(options.random, abort.signal);
  for (let failures = 0; !abort.signal.aborted;) {
    const startedAt = performance.now();
    try {
      await run();
    } catch (error) {
      if (abort.signal.aborted) return;
      failures = performance.now() - startedAt > OUTAGE_BACKOFF_MS_MAX ? 1 : failures + 1;
      options.log.warn({ errorClass: errorClassOf(error), failures, what }, 'a reader begins again');
      await backoff.wait(failures, OUTAGE_BACKOFF_MS, OUTAGE_BACKOFF_MS_MAX);
    }
  }
};

/** What a loop is given beside the running parts. */
type Loop = Readonly<{ restMs: number; rest: (page: EventPage, ms: number) => Promise<void>; moved: () => void }>;

const followLog = (running: Running, from: number, { restMs, rest, moved }: Loop): Promise<void> => {
  const { options, frontier, logGroup, abort } = running;
  let after = from;
  return keepRunning(running, 'log', async () => {
    after = Math.min(after, logGroup.passed());
    const signal = AbortSignal.any([abort.signal, logGroup.losing()]);
    for await (const page of options.store.follow({ after, pageMax: PAGE_EVENTS_MAX, signal })) {
      const taken = pageOfLog(page.events, page.through);
      await logGroup.take(taken, after);
      if (signal.aborted) return;
      frontier.saw(page.events, page.through);
      after = page.through;
      moved();
      await rest(taken, restMs);
    }
  });
};

const followFacts = (
  running: Running,
  { contexts, group }: FactGroup,
  limitMax: number,
  { restMs, rest, moved }: Loop,
): Promise<void> =>
  keepRunning(running, group.readers.map(({ reader }) => reader.name).join(' '), async () => {
    const { facts, frontier, abort } = running;
    const signal = AbortSignal.any([abort.signal, group.losing()]);
    let after = group.passed();
    for await (const page of followPublicFacts({ facts, frontier }, { contexts, after, signal, limitMax })) {
      const taken = pageOfFacts(page);
      await group.take(taken, after);
      after = page.through;
      if (signal.aborted) return;
      moved();
      await rest(taken, restMs);
    }
  });

const contextsAwaited = (running: Running): readonly string[] => [
  ...new Set([running.factProjections, ...running.processes].flatMap(({ contexts }) => contexts)),
];

/** Keeps the frontier informed of the translators: by notification, and by asking while somebody waits. */
const followTranslators = async (running: Running): Promise<() => Promise<void>> => {
  const { facts, frontier } = running;
  const ask = async (): Promise<void> => frontier.translated(await facts.translated(contextsAwaited(running)));
  const stop = await facts.onTranslated((context, position) => frontier.translated({ [context]: position }));
  await ask();
  const timer = setInterval(() => {
    if (frontier.waitsForTranslator)
      ask().catch((error: unknown) =>
        running.options.log.warn({ errorClass: errorClassOf(error) }, 'translated positions could not be read'),
      );
  }, TRANSLATED_POLL_MS);
  return async () => {
    clearInterval(timer);
    await stop();
  };
};

const groupsOf = (running: Running): readonly ReaderGroup[] => [
  running.logGroup,
  running.factProjections.group,
  ...running.processes.map(({ group }) => group),
];

const keepAll = async (running: Running): Promise<void> => {
  for (const group of groupsOf(running)) {
    await group.verify();
    await group.keep();
  }
};

/** What was lost is told by a lag, not by an error: it is being taken again. */
const verifyAll = async (running: Running): Promise<void> => {
  for (const group of groupsOf(running))
    await group.verify().catch((error: unknown) => {
      if (!(error instanceof CommitsLostError)) throw error;
    });
};

const verifiedLag = async (running: Running, looked: () => number): Promise<ReadersLag> => {
  await verifyAll(running);
  return lagOf(running.options, groupsOf(running), looked);
};

const groupWith = (running: Running, reader: string): ReaderGroup => {
  const group = groupsOf(running).find(({ readers }) => readers.some((member) => member.reader.name === reader));
  if (!group) throw new Error(`no reader is called ${reader}`);
  return group;
};

const fetchFor =
  (running: Running, group: ReaderGroup): FetchParked =>
  async (parked: ParkedEvent) => {
    const after = parked.position - 1;
    const page =
      group === running.logGroup
        ? await running.options.store
            .readLog({ after, limitMax: 1 })
            .then(({ events, through }) => pageOfLog(events, through))
        : await running.facts
            .read({
              contexts: factContextsOf(running, group),
              after,
              through: parked.position,
              limitMax: FACTS_PER_EVENT_MAX,
            })
            .then(pageOfFacts);
    const placed = page.events.find(
      ({ event, ordinal }) => event.position === parked.position && ordinal === parked.ordinal,
    );
    if (!placed) throw new Error(`position ${parked.position}/${parked.ordinal} is not where it was`);
    return placed;
  };

const factContextsOf = (running: Running, group: ReaderGroup): readonly string[] =>
  [running.factProjections, ...running.processes].find((candidate) => candidate.group === group)?.contexts ?? [];

const skip = (
  running: Running,
  of: Readonly<{ reader: string; stream: string; why: string; position: number | undefined }>,
) => {
  const group = groupWith(running, of.reader);
  return skipParked(running.options.pool, group, of, fetchFor(running, group));
};

const compare = async (running: Running, reader: string) => {
  const { options, facts } = running;
  const sources = { store: options.store, facts };
  await groupWith(running, reader).keep();
  if (reader === TRANSLATOR && options.translator)
    return compareWithReplay(options.pool, comparedTranslator(sources, options.translator));
  const projection: Projection | undefined = options.projections.find(({ name }) => name === reader);
  if (!projection) throw new Error(`no projection is called ${reader}`);
  return compareWithReplay(options.pool, await comparedProjection(options.pool, sources, projection));
};

/** Keeps idle checkpoints now and then; what fails is tried at the next turn. `keepLast` once more. */
const startKeeper = (running: Running): Readonly<{ pause: () => void; keepLast: () => Promise<void> }> => {
  const keepQuietly = (): Promise<void> =>
    keepAll(running).catch((error: unknown) =>
      running.options.log.warn({ errorClass: errorClassOf(error) }, 'checkpoints could not be kept'),
    );
  let keeping: Promise<void> | undefined;
  const timer = setInterval(() => {
    keeping ??= keepQuietly().finally(() => (keeping = undefined));
  }, IDLE_KEEP_MS);
  return {
    keepLast: async () => {
      await keeping;
      await keepQuietly();
    },
    pause: () => clearInterval(timer),
  };
};

/** Sets everything going. `from`: where the log is read from; `head`: what must be passed to be ready. */
export const runReaders = async (
  running: Running,
  { from, head }: Readonly<{ from: number; head: number }>,
  follow: ServiceReaders['follow'],
): Promise<ServiceReaders> => {
  const { options, logGroup, factProjections, processes, abort } = running;
  /** Where this process's view of the log stands, for a service without log projections. */
  let looked = from;
  const passed = (): number => Math.min(looked, logGroup.passed(), factProjections.group.passed());
  const waiters = new PositionWaiters(passed);
  let settleReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (settleReady = resolve));
  const moved = (): void => {
    looked = running.frontier.of([]);
    waiters.moved();
    if (passed() >= head) settleReady();
  };
  const resting = new Rest();
  const rest = async (page: EventPage, ms: number): Promise<void> => {
    if (page.events.length === 0 || page.events.length >= SMALL_PAGE_EVENTS || waiters.awaited || abort.signal.aborted)
      return;
    await resting.pause(ms);
  };
  const awaited = { restMs: AWAITED_REST_MS, rest, moved };
  const unawaited = { restMs: UNAWAITED_REST_MS, rest, moved };
  const stopTranslators = await followTranslators(running);
  const loops = [followLog(running, from, options.translator || processes.length > 0 ? awaited : unawaited)];
  if (factProjections.contexts.length > 0) loops.push(followFacts(running, factProjections, READ_FACTS_MAX, unawaited));
  for (const process of processes) loops.push(followFacts(running, process, FACTS_PER_EVENT_MAX, awaited));
  const keeper = startKeeper(running);
  moved();
  return {
    ready,
    facts: running.facts,
    transport: running.transport,
    follow,
    waitFor: (position, timeoutMs) => {
      const passing = waiters.waitFor(position, timeoutMs);
      if (waiters.awaited) resting.hurry();
      return passing;
    },
    lag: () => {
      resting.hurry();
      return verifiedLag(running, () => looked);
    },
    parked: () => listParked(options.pool),
    retryParked: (reader, stream) => {
      const group = groupWith(running, reader);
      return retryParked(options.pool, group, { reader, stream }, fetchFor(running, group));
    },
    skipParked: (reader, stream, why, position) => skip(running, { reader, stream, why, position }),
    rebuildAndCompare: (reader) => compare(running, reader),
    stop: async () => {
      abort.abort();
      resting.hurry();
      keeper.pause();
      await Promise.all(loops);
      await stopTranslators();
      waiters.close();
      await keeper.keepLast();
      // Last: as long as anything is translated here it is told to others.
      await running.transport.stop();
    },
  };
};
