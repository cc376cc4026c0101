import * as told from '@jiangong/contracts/jiangong/evaluation/events/v1/round_events';

/** What others hear of one event: none, one, or several facts. */
export type Told = readonly Readonly<{ type: string; data: unknown }>[];

/** One public fact of this service. */
export const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `evaluation.${name}.v1`, data: message.toJSON(value) },
];

/** That documents are named for the sake of entries, for whoever keeps them. */
export const tellNamed = (
  { roundId, editionId }: Readonly<{ roundId: string; editionId: string }>,
  entryIds: readonly string[],
  evidence: readonly string[],
): Told =>
  evidence.length === 0
    ? []
    : tell('EvidenceNamed', told.EvidenceNamed, {
        ...{ roundId, editionId, entryIds: [...entryIds], evidence: [...evidence] },
      });
