/** The one-time link of an empty platform, and the code without which it opens nothing. */
export type SetUpLink = Readonly<{ url: string; code: string }>;

/** What the story asks of a running platform apart from its REST API: where it is, and to let time pass. */
export interface Platform {
  /** Where browsers reach it, without a trailing slash. */
  readonly origin: string;
  /** The one-time link of the very first start; null once somebody has set it up. */
  readonly setUpLink: SetUpLink | null;
  /** Moves the clock of every service, and waits until everything that follows from it has happened. */
  moveClock(now: string): Promise<void>;
  /** Waits until everything acknowledged has reached every reader and nothing is due. */
  untilQuiet(): Promise<void>;
  stop(): Promise<void>;
}
