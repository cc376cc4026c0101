import type { Platform } from './platform.ts';
import { untilQuiet } from './quiet.ts';
import { isServiceName, type ServiceName } from './service-names.ts';

/** A driver's question waits at most so long when it does not say how long. */
export const DRIVER_WAIT_MS = 60_000;

const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGSTOP', 'SIGCONT'] as const;
type Signal = (typeof SIGNALS)[number];

/** What a program that started the supervisor over an IPC channel may ask. `set-clock` needs `--moved-clock`. `id` comes back in the answer. */
export type FromDriver = Readonly<{ id?: number; withinMs?: number }> &
  (
    | Readonly<{ kind: 'set-clock'; now: string }>
    | Readonly<{ kind: 'quiet?' }>
    | Readonly<{ kind: 'statuses?' }>
    | Readonly<{ kind: 'compare?' }>
    | Readonly<{ kind: 'let-go' }>
    | Readonly<{ kind: 'kill'; service: ServiceName | 'database'; signal: Signal }>
  );

/** What the driver has in hand. `letGo`: the platform goes on without it. */
export type Driven = Readonly<{ platform: Platform; letGo: () => void }>;

type Heard = Readonly<Record<string, unknown>>;

const isHeard = (message: unknown): message is Heard =>
  typeof message === 'object' && message !== null && 'kind' in message;

const answer = async ({ platform, letGo }: Driven, message: Heard): Promise<Heard> => {
  const withinMs = typeof message['withinMs'] === 'number' ? message['withinMs'] : DRIVER_WAIT_MS;
  switch (message['kind']) {
    case 'set-clock': {
      const now = String(message['now']);
      if (Number.isNaN(Date.parse(now))) throw new Error(`set-clock takes a moment in UTC, not ${now}`);
      if (!(await platform.setClock(now, withinMs)))
        throw new Error(`not all clocks stand at ${now} within ${withinMs} ms`);
      return { kind: 'clock-set', now };
    }
    case 'quiet?':
      return { kind: 'quiet', ...(await untilQuiet(() => platform.statuses(), withinMs)) };
    case 'statuses?':
      return { kind: 'statuses', statuses: await platform.statuses() };
    case 'compare?':
      return { kind: 'compared', compared: await platform.compare() };
    case 'let-go':
      letGo();
      return { kind: 'gone-on-alone' };
    case 'kill': {
      const [service, signal] = [String(message['service']), String(message['signal'])];
      if (service !== 'database' && !isServiceName(service)) throw new Error(`there is no service ${service}`);
      if (!(SIGNALS as readonly string[]).includes(signal))
        throw new Error(`${signal} is none of ${SIGNALS.join(', ')}`);
      return { kind: 'killed', service, pid: platform.kill(service, signal as Signal) ?? null };
    }
    default:
      throw new Error(`nothing is known of ${String(message['kind'])}`);
  }
};

/** Answers the driver's questions; what can not be done is answered `{kind: 'failed', why}`. */
export const answerDriver = (driven: Driven): void => {
  process.on('message', (message) => {
    if (!isHeard(message)) return;
    const reply = (body: Heard): void => {
      if (process.connected) process.send?.({ ...body, id: message['id'] ?? null });
    };
    answer(driven, message).then(reply, (error: Error) =>
      reply({ kind: 'failed', asked: message['kind'], why: error.message }),
    );
  });
};
