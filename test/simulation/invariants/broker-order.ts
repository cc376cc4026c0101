import { type Breach, breach } from './breach.ts';

/** A fact as it stands on the broker. `content`: everything of the record but its offset, as one text; `fact`: what was told, as `told` has it. */
export type BrokerRecord = Readonly<{
  partition: number;
  stream: string;
  position: number;
  ordinal: number;
  content: string;
  fact: string;
}>;

const placeOf = ({ position, ordinal }: BrokerRecord): string => `${position}/${ordinal}`;
const later = (a: BrokerRecord, b: BrokerRecord): boolean =>
  a.position > b.position || (a.position === b.position && a.ordinal > b.ordinal);

/**
 * I6: a stream stands in one partition; the first time that each of its facts comes, it comes after all earlier ones; what comes
 * again is the same byte for byte; nothing of `told` is missing and nothing else is there.
 */
export const brokerOrder = (records: readonly BrokerRecord[], told: ReadonlyMap<string, string>): readonly Breach[] => {
  const breaches: Breach[] = [];
  const partitions = new Map<string, number>();
  const last = new Map<string, BrokerRecord>();
  const seen = new Map<string, string>();
  for (const record of records) {
    const { stream, partition, content } = record;
    const place = placeOf(record);
    const say = (text: string): void => void breaches.push(breach('I6', `${stream} ${place}: ${text}`));
    if ((partitions.get(stream) ?? partition) !== partition)
      say(`stands in partition ${partition} and in ${partitions.get(stream)}`);
    partitions.set(stream, partition);
    const before = seen.get(place);
    if (before !== undefined) {
      if (before !== content) say('came again with other content');
      continue;
    }
    const end = last.get(stream);
    if (end && !later(record, end)) say(`came first after ${placeOf(end)}`);
    if (told.get(place) !== record.fact) say('is not what was told');
    seen.set(place, content);
    last.set(stream, record);
  }
  for (const place of told.keys())
    if (!seen.has(place)) breaches.push(breach('I6', `${place} is missing on the broker`));
  return breaches;
};
