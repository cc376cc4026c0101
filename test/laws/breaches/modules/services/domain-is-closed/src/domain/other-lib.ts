import type { CallContext } from '@jiangong/service-host';

/** Planted breach: a rule book that knows the host. */
export type Caller = CallContext;
