/** What the supervisor may say to a service over the IPC channel. */
export type FromParent =
  | Readonly<{ kind: 'set-clock'; now: string }>
  | Readonly<{ kind: 'status?'; id: number }>;

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

/** What a service says to the supervisor. */
export type ToParent =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'clock-set'; now: string }>
  | Readonly<{ kind: 'status'; id: number; status: ServiceStatus }>;

export type ParentHandlers = Readonly<{
  setClock?: (now: string) => void;
  status: () => Promise<ServiceStatus>;
  /** The parent is gone: nobody would restart or stop this process any more. */
  gone: () => void;
}>;

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
        void handlers.status().then((status) => say({ kind: 'status', id: message.id, status }));
        return;
    }
  });
  return { say };
};
