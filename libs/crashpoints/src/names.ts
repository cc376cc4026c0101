/** Every place at which a fault run may end or freeze a process. Each stands once in the code, where its name says. */
export const CRASHPOINTS = [
  /** libs/event-store: the call that appends is about to leave; the database has nothing of it. */
  'before-append',
  /** libs/event-store: the append is committed, and nobody in this process knows it yet. */
  'after-append',
  /** libs/service-host: the order is decided and appended, its answer not sent. */
  'before-answer',
  /** libs/read-models: a page's rows and checkpoints are written, the transaction not committed. */
  'before-page-commit',
  /** libs/read-models: the page is committed, and nobody in this process knows it yet. */
  'after-page-commit',
  /** libs/messaging, process managers: an order that a fact calls for is about to be given. */
  'before-reaction',
  /** libs/messaging, process managers: the order was given, the checkpoint not moved. */
  'after-reaction',
  /** libs/messaging, relay: the broker has acknowledged a batch, the relay's checkpoint is not moved. */
  'after-relay-send',
  /** libs/messaging, inbox: the facts and their progress are committed, the broker's offset is not. */
  'after-inbox-commit',
  /** services/gateway: a person's order is about to be handed to its service. */
  'before-call',
  /** services/gateway: the service has answered, the person not yet. */
  'after-call',
] as const;

export type Crashpoint = (typeof CRASHPOINTS)[number];
