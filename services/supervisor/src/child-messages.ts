import type { FromParent, ServiceStatus, ToParent } from '@jiangong/service-host/nest';

/** What services say to the supervisor: the host's messages, and the gateway's one-time set-up link. */
export type FromChild = ToParent | Readonly<{ kind: 'set-up-link'; url: string }>;

export type ToChild = FromParent;

export type { ServiceStatus };

const KINDS = ['ready', 'clock-set', 'status', 'set-up-link'] satisfies FromChild['kind'][];

/** Tells our messages from anything else that may come over the channel. */
export const isFromChild = (message: unknown): message is FromChild =>
  typeof message === 'object' && message !== null && 'kind' in message && (KINDS as readonly unknown[]).includes(message.kind);
