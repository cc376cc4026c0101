import type { FromParent, ReaderCompared, ServiceStatus, ToParent } from '@jiangong/service-host/nest';

export type FromChild = ToParent;

/** The one-time link of an empty platform, and the code without which it opens nothing. */
export type SetUpLink = Readonly<{ url: string; code: string }>;

export type ToChild = FromParent;

export type { ReaderCompared, ServiceStatus };

const KINDS = ['ready', 'clock-set', 'status', 'compared', 'set-up-link'] satisfies FromChild['kind'][];

/** Tells our messages from anything else that may come over the channel. */
export const isFromChild = (message: unknown): message is FromChild =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  (KINDS as readonly unknown[]).includes(message.kind);
