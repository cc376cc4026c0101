/** What every answer tells: the clock of the service that gave it (services/gateway). */
const TIME_HEADER = 'x-platform-time';

/** How far the platform is ahead of this page's own running time; unknown until its first answer. */
let aheadMs: number | undefined;

/** Follows the platform's clock: the last answer counts. */
export const hearTime = ({ headers }: Pick<Response, 'headers'>): void => {
  const told = Date.parse(headers.get(TIME_HEADER) ?? '');
  // A page's running time does not jump when somebody sets the computer's clock.
  if (!Number.isNaN(told)) aheadMs = told - performance.now();
};

/** The one clock of the console: the platform's, which decides what may be done; this computer's only until it has answered once. */
export const nowMs = (): number => (aheadMs === undefined ? Date.now() : aheadMs + performance.now());

export const now = (): string => new Date(nowMs()).toISOString();
