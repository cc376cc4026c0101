/** What the supervisor may say to a service over the IPC channel. */
export type FromParent =
  | Readonly<{ kind: 'set-clock'; now: string }>
  | Readonly<{ kind: 'status?'; id: number }>
  | Readonly<{ kind: 'compare?'; id: number }>;

/** How a service stands: what a drained platform looks like is lag 0, due 0, busy 0. */
export type ServiceStatus = Readonly<{
  ready: boolean;
  /** Events that some reader of this service has not applied yet. */
  lag: number;
  /** The log's end when the lag was taken, after `due` and `busy` had been; null when this service does not read the log. */
  head: number | null;
  /** Moments that have passed and are not yet acted on. */
  due: number;
  /** Calls being worked on. */
  busy: number;
  /** Events parked because they could not be applied. */
  parked: number;
}>;

/** One read model, rebuilt from zero beside the live one. */
export type ReaderCompared = Readonly<{ reader: string; position: number; equal: boolean }>;

/** What a service says to the supervisor. */
export type ToParent =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'clock-set'; now: string }>
  | Readonly<{ kind: 'status'; id: number; status: ServiceStatus }>
  /** `why`: the comparison itself failed. */
  | Readonly<{ kind: 'compared'; id: number; compared: readonly ReaderCompared[]; why?: string }>
  /** The gateway's one-time link and its code, as long as nobody has set the platform up: shown, never logged. */
  | Readonly<{ kind: 'set-up-link'; url: string; code: string }>;

export type ParentHandlers = Readonly<{
  setClock?: (now: string) => void;
  status: () => Promise<ServiceStatus>;
  /** Rebuilds every read model beside the live one and compares them. */
  compare: () => Promise<readonly ReaderCompared[]>;
  /** The parent is gone: nobody would restart or stop this process any more. */
  gone: () => void;
}>;

const UNKNOWN_STATUS: ServiceStatus = { ready: false, lag: 0, head: null, due: 0, busy: 0, parked: 0 };

/** Answers the supervisor; does nothing when the process was started by hand. */
export const answerParent = (handlers: ParentHandlers): { say(message: ToParent): void } => {
  const say = (message: ToParent): void => {
    if (process.connected) process.send?.(message);
  };
  if (!process.send) return { say };
  process.on('disconnect', handlers.gone);
  process.on('message', (message: FromParent) => {
    switch (message.kind) {
      case 'set-clock':
        if (handlers.setClock) {
          handlers.setClock(message.now);
          say({ kind: 'clock-set', now: message.now });
        }
        return;
      case 'status?':
        handlers.status().then(
          (status) => say({ kind: 'status', id: message.id, status }),
          // While the database is away nobody knows how far the readers are: not ready, and asked again.
          () => say({ kind: 'status', id: message.id, status: UNKNOWN_STATUS }),
        );
        return;
      case 'compare?':
        handlers.compare().then(
          (compared) => say({ kind: 'compared', id: message.id, compared }),
          (error: unknown) =>
            say({
              kind: 'compared',
              id: message.id,
              compared: [],
              why: error instanceof Error ? error.message : String(error),
            }),
        );
        return;
    }
  });
  // Gone while this process was still starting: nobody will be told again, and it would hold its port and its turn for ever.
  if (!process.connected) handlers.gone();
  return { say };
};
