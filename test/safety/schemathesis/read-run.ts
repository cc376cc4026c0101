/** One line of schemathesis' NDJSON report, as far as it is read here. */
type Line = Readonly<{
  ScenarioFinished?: Readonly<{
    recorder: Readonly<{
      label: string;
      checks: Readonly<Record<string, readonly Check[]>> | null;
      interactions: Readonly<Record<string, Interaction>> | null;
    }>;
  }>;
}>;

type Check = Readonly<{ name: string; status: string; failure_info?: Readonly<{ failure: unknown }> }>;

type Interaction = Readonly<{
  request: Readonly<{ method: string; uri: string; body?: Readonly<{ $base64: string }> | null }>;
  response: Readonly<{ status_code: number; content?: Readonly<{ $base64: string }> | null }> | null;
}>;

export type Finding = Readonly<{
  check: string;
  operation: string;
  status: number;
  /** Of the problem that was answered; empty where none was. */
  reason: string;
  request: string;
  answer: string;
  said: string;
}>;

export type RunRead = Readonly<{
  cases: number;
  /** Of how many operations of the document requests were sent. */
  operations: number;
  /** How often each status was answered. */
  statuses: Readonly<Record<string, number>>;
  findings: readonly Finding[];
}>;

const SHOWN_CHARS_MAX = 1_500;

const textOf = (bytes: Readonly<{ $base64: string }> | null | undefined): string =>
  bytes ? Buffer.from(bytes.$base64, 'base64').toString('utf8').slice(0, SHOWN_CHARS_MAX) : '';

/** What a run sent and found, from its report. */
export const readRun = (ndjson: string): RunRead => {
  const statuses: Record<string, number> = {};
  const findings: Finding[] = [];
  const operations = new Set<string>();
  let cases = 0;
  for (const text of ndjson.split('\n')) {
    if (text === '') continue;
    const recorder = (JSON.parse(text) as Line).ScenarioFinished?.recorder;
    if (recorder === undefined) continue;
    for (const [id, { request, response }] of Object.entries(recorder.interactions ?? {})) {
      cases += 1;
      operations.add(recorder.label);
      const status = response?.status_code ?? 0;
      statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
      for (const { name, failure_info: failure, status: outcome } of recorder.checks?.[id] ?? [])
        if (outcome === 'failure')
          findings.push({
            check: name,
            operation: recorder.label,
            status,
            reason: /"reason":"(\w+)"/u.exec(textOf(response?.content))?.[1] ?? '',
            request: `${request.method} ${request.uri} ${textOf(request.body)}`,
            answer: textOf(response?.content),
            said: JSON.stringify(failure?.failure).slice(0, SHOWN_CHARS_MAX),
          });
    }
  }
  return { cases, operations: operations.size, statuses, findings };
};
