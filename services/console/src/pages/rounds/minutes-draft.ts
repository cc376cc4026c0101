import type { Schemas } from '../../api/client.ts';
import { entryRules, type Rules } from './rules.ts';

type Ranked = Schemas['WhatIf']['entries'][number];

/** What lies before the meeting: a ranking with what it earns, or a list each on which is confirmed or left out. */
export type Would = Pick<Schemas['WhatIf'], 'resultHash' | 'decimalsBefore'> &
  Readonly<{
    /** `homeName`: absent where units themselves are listed. */
    entries: readonly (Pick<
      Ranked,
      'entryId' | 'entryName' | 'rankBefore' | 'scoreBefore' | 'awardsBefore' | 'openBefore'
    > &
      Partial<Pick<Ranked, 'homeName'>>)[];
    isList?: true;
  }>;

/** Tables that decide what is given. */
type Given = Pick<Rules, 'outcome'>;

/** Given to an entry that gets nothing by the body's own will. */
export const NO_AWARD = 'none';

export type Departure = Readonly<{ entryId: string; rule: string; reason: string }>;
export type Choosing = Readonly<{ rule: string; entryIds: readonly string[]; reason: string }>;
export type Exceeding = Readonly<{ rule: string; reason: string }>;

/** Minutes as far as they are written. */
export type Minutes = Readonly<{
  minutesNumber: string;
  /** Empty: the platform's own day. */
  meetingOn: string;
  superior: boolean;
  /** Why the body above decides for a unit that has not in time. */
  superiorReason: string;
  present: readonly string[];
  file: Readonly<{ sha256: string; name: string }> | null;
  departures: readonly Departure[];
  choices: readonly Choosing[];
  exceeding: readonly Exceeding[];
}>;

export const NO_MINUTES: Minutes = {
  ...{ minutesNumber: '', meetingOn: '', superior: false, superiorReason: '', present: [], file: null },
  ...{ departures: [], choices: [], exceeding: [] },
};

/** What was kept, where it is minutes of ours. */
export const restoreMinutes = (kept: unknown): Minutes | null =>
  typeof kept === 'object' && kept !== null && 'minutesNumber' in kept && 'departures' in kept
    ? { ...NO_MINUTES, ...(kept as Partial<Minutes>) }
    : null;

/** What an entry gets by the result alone. */
export const earnedBy = (entry: Would['entries'][number], rules: Given): string =>
  entryRules(rules).find(({ id }) => entry.awardsBefore.includes(id))?.id ?? NO_AWARD;

/** Changes what the body gives an entry; back to what it earned is no departure. */
export const depart = (minutes: Minutes, entryId: string, earned: string, rule: string): Minutes => {
  const others = minutes.departures.filter((one) => one.entryId !== entryId);
  const reason = minutes.departures.find((one) => one.entryId === entryId)?.reason ?? '';
  return { ...minutes, departures: rule === earned ? others : [...others, { entryId, rule, reason }] };
};

/** Awards at whose edge the ranks are equal, or that the template leaves to the body: each with those among whom it chooses. */
export const openEdges = ({ entries }: Would): readonly Readonly<{ rule: string; entryIds: readonly string[] }>[] => {
  const rules = [...new Set(entries.flatMap(({ openBefore }) => openBefore))];
  return rules.map((rule) => ({
    rule,
    entryIds: entries.filter(({ openBefore }) => openBefore.includes(rule)).map(({ entryId }) => entryId),
  }));
};

/** An award that is the body's choice as a whole, and how many of it there are at most. */
export const mostOf = (rule: string, { outcome }: Given): number | undefined => {
  const pick = outcome.find(({ id }) => id === rule)?.pick;
  return pick?.by === 'choice' ? pick.count : undefined;
};

/** How many of each award are given now, by the result with the body's departures. */
export const givenBy = (minutes: Minutes, would: Would, rules: Given): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const entry of would.entries) {
    const rule =
      minutes.departures.find(({ entryId }) => entryId === entry.entryId)?.rule ??
      minutes.choices.find(({ entryIds }) => entryIds.includes(entry.entryId))?.rule ??
      earnedBy(entry, rules);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
};

/** Awards of which more would be given than planned and than the result gives: each wants its reason. */
export const exceededBy = (minutes: Minutes, would: Would, rules: Given): readonly string[] => {
  const now = givenBy(minutes, would, rules);
  const earned = givenBy({ ...minutes, departures: [], choices: [] }, would, rules);
  return entryRules(rules)
    .filter(
      ({ id, pick }) =>
        pick.by !== 'choice' && (now.get(id) ?? 0) > Math.max(pick.count ?? Infinity, earned.get(id) ?? 0),
    )
    .map(({ id }) => id);
};

export type Lacking = 'number' | 'day' | 'present' | 'file' | 'departure' | 'choice' | 'exceeding';

/** What is still lacking, in the order of the form. */
export const lackingIn = (minutes: Minutes, would: Would, rules: Given): readonly Lacking[] => {
  const empty = (text: string): boolean => text.trim() === '';
  const unsettled = openEdges(would).some(
    ({ rule }) =>
      !minutes.choices.some(
        (one) => one.rule === rule && !empty(one.reason) && one.entryIds.length <= (mostOf(rule, rules) ?? Infinity),
      ),
  );
  const unsaid = exceededBy(minutes, would, rules).some(
    (rule) => !minutes.exceeding.some((one) => one.rule === rule && !empty(one.reason)),
  );
  const checks: Readonly<Record<Lacking, boolean>> = {
    number: empty(minutes.minutesNumber),
    day: minutes.meetingOn === '',
    present: minutes.present.length === 0,
    file: minutes.file === null,
    departure: minutes.departures.some(({ reason }) => empty(reason)),
    choice: unsettled,
    exceeding: unsaid,
  };
  return (Object.keys(checks) as Lacking[]).filter((word) => checks[word]);
};

/** The minutes as they are sent. */
export const sentMinutes = (
  minutes: Minutes,
  would: Would,
  rules: Given,
): Schemas['PostV1RoundsByRoundIdMinutesBody'] => {
  const exceeded = exceededBy(minutes, would, rules);
  const open = openEdges(would).map(({ rule }) => rule);
  return {
    resultHash: would.resultHash,
    minutesNumber: minutes.minutesNumber.trim(),
    meetingOn: minutes.meetingOn,
    present: [...minutes.present],
    file: minutes.file?.sha256 ?? '',
    superior: minutes.superior,
    superiorReason: minutes.superior ? minutes.superiorReason.trim() : '',
    departures: minutes.departures.map((one) => ({ ...one })),
    choices: minutes.choices
      .filter(({ rule }) => open.includes(rule))
      .map((one) => ({ ...one, entryIds: [...one.entryIds] })),
    exceeding: minutes.exceeding.filter(({ rule }) => exceeded.includes(rule)).map((one) => ({ ...one })),
  };
};

const HEX = 16;

/** The hash that binds the minutes' file, taken in the browser: the file itself stays with the office. */
export const hashOf = async (file: File): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(HEX).padStart(2, '0')).join('');
};
