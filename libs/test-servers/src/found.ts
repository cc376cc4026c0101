/** What a run found for a kind of server. */
export type Found =
  /** Somebody said where one is. */
  | Readonly<{ kind: 'given'; what: string }>
  /** One can be started here, as a process or in a container. */
  | Readonly<{ kind: 'here' | 'container'; what: string }>
  | Readonly<{ kind: 'missing'; why: string }>;

/** A server that runs for a whole test run. */
export type RunningServer = Readonly<{
  /** Variables under which tests find it. */
  variables: Readonly<Record<string, string>>;
  stop: () => Promise<void>;
}>;
