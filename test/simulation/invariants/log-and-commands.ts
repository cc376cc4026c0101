import { requestIdOf, type StoredEvent } from '@jiangong/event-store';
import { acknowledgedOnce, type Known } from '../../faults/invariants/acknowledged-once.ts';
import { LogChain } from '../../faults/invariants/log-chain.ts';
import type { LoggedRow } from '../../faults/invariants/stored-log.ts';
import type { SentCommand } from '../workload/history.ts';
import { type Breach, breach, type InvariantId } from './breach.ts';

const rowOf = ({ position, stream, revision, type, hash, entryBytes, dataBytes }: StoredEvent): LoggedRow => ({
  position,
  stream,
  revision,
  type,
  hash,
  entry: entryBytes.toString('utf8'),
  data: dataBytes.toString('utf8'),
});

/**
 * Opening an edition first claims its series, and adding a file first registers it for all, each in a stream of its own, of which the
 * answer tells nothing.
 */
const CLAIMS = ['SeriesBegun.v1', 'EditionClaimed.v1', 'EditionReleased.v1', 'EvidenceRegistered.v1'];

/** What an order gives in turn, under a request of its own: whoever computes opens the sheets first, and the last attestation takes the decision. */
const GIVES: Readonly<Record<string, string>> = { tally: 'open sheets', attest: 'take decision' };

const givenBy = ({ requestId, what }: SentCommand): string | undefined => {
  const gives = GIVES[what.split(' ')[0] ?? ''];
  return gives === undefined ? undefined : requestIdOf(`${gives} ${requestId}`);
};

/**
 * `tries: 1` of a refused one: surely nothing was stored. The history has a refusal after a try without an answer as unknown. An answer may name
 * the place of what the order gave in turn, where that is the later one: then its own last event stands where it stands.
 */
const knownOf = (command: SentCommand, lastOf: ReadonlyMap<string, number>): readonly Known[] => {
  const { requestId, what, ending } = command;
  const given = givenBy(command);
  const told = ending.kind === 'acknowledged' ? ending.position : 0;
  const position = given !== undefined && lastOf.get(given) === told ? (lastOf.get(requestId) ?? told) : told;
  const receipt = ending.kind === 'acknowledged' ? { events: ending.receipts, position } : undefined;
  const known: Known = { requestId, kind: what, tries: 1, outcome: ending.kind, receipt };
  const inTurn: Known = { requestId: given ?? '', kind: what, tries: 1, outcome: 'unknown', receipt: undefined };
  return given === undefined ? [known] : [known, inTurn];
};

const lastPositions = (events: readonly StoredEvent[]): ReadonlyMap<string, number> =>
  new Map(events.map(({ entry, position }) => [entry.requestId ?? '', position]));

const aheadOfLog = ({ what, requestId, ending }: SentCommand): readonly Breach[] =>
  ending.kind === 'acknowledged' && ending.position > ending.headAtAnswer
    ? [
        breach(
          'I10',
          `${what} ${requestId} was acknowledged at ${ending.position} while the log ended at ${ending.headAtAnswer}`,
        ),
      ]
    : [];

const told = (text: string): Breach =>
  breach(text.slice(0, text.indexOf(':')) as InvariantId, text.slice(text.indexOf(':') + 2));

/** I1, I2 and I3 by the checks of the fault runs, and I10: no answer was ahead of what the log had taken. */
export const logAndCommands = (events: readonly StoredEvent[], history: readonly SentCommand[]): readonly Breach[] => {
  const rows = events.map(rowOf);
  const last = lastPositions(events);
  return [
    ...new LogChain().take(rows).map(told),
    ...acknowledgedOnce(
      history.flatMap((command) => knownOf(command, last)),
      rows.filter(({ type }) => !CLAIMS.includes(type)),
    ).map(told),
    ...history.flatMap(aheadOfLog),
  ];
};
