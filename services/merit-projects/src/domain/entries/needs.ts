import { hasAct } from '../programme.ts';
import { type AskedNeed, itemOf, judged, type JudgedNeed, needsOf } from '../needs/needs.ts';
import type { EntryRef } from './about.ts';
import { refOf, whyRefusal } from './checks.ts';
import type { EntriesFact, NeedsTested } from './facts.ts';
import type { DeclareEntry, GiveClearance, NominateEntry, RegisterWork, ReviewEntry } from './orders.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entry } from './state.ts';

/** What may be needed of whatever an order puts forward. */
type Testing = DeclareEntry | NominateEntry | RegisterWork;

const saidOf = (values: JudgedNeed['values']): string => values.map((value) => String(value ?? '')).join(', ');

const wantedOf = ({ anyOf }: AskedNeed): string =>
  anyOf.map(({ compare, wanted }) => `${compare} ${wanted.join(', ')}`).join('; ');

/** What is known to be unmet refuses, with the need's words, the value found and the value wanted, as of the day; what is not known does not. */
export const needsRefusal = (order: Testing, track: string): EntriesRefusal | undefined => {
  const asked = needsOf(order.terms.needs, track);
  if (asked === undefined || order.found === undefined) return undefined;
  const unmet = judged(asked, order.found.needs).find(({ verdict }) => verdict === 'unmet');
  const need = asked.needs.find(({ needId }) => needId === unmet?.needId);
  if (unmet === undefined || need === undefined) return undefined;
  const { zh, en } = need;
  return {
    reason: 'NEED_UNMET',
    field: 'subjectId',
    details: { need: need.needId, zh, en, found: saidOf(unmet.values), wanted: wantedOf(need), asOf: order.found.asOf },
  };
};

/** What was found of each need when a version was declared: whoever audits it decides it again from here. */
export const testedNeeds = (
  { terms, found }: Testing,
  { track, version, ...ref }: EntryRef & Readonly<{ track: string; version: number }>,
): readonly NeedsTested[] => {
  const asked = needsOf(terms.needs, track);
  if (asked === undefined || found === undefined) return [];
  const { asOf, knownTo, needs } = found;
  return [{ type: 'NeedsTested.v1', data: { ...ref, version, asOf, knownTo, needs: judged(asked, needs) } }];
};

/** The needs that a reviewer has to answer, by the lines as which he answers them. */
const openNeedsOf = (entry: Entry, { terms }: Pick<ReviewEntry, 'terms'>): ReadonlyMap<string, string> => {
  const asked = needsOf(terms.needs, entry.track)?.needs ?? [];
  return new Map(
    asked.filter(({ needId }) => entry.openNeeds.includes(needId)).map((need) => [itemOf(need), need.needId]),
  );
};

/** Items of an answer that are needs, and not the check-list's. */
export const needItems = (entry: Entry, order: Pick<ReviewEntry, 'terms'>): ReadonlySet<string> =>
  new Set(openNeedsOf(entry, order).keys());

/** What the platform could not tell, the reviewer answers, each once, with what he goes by. */
export const needAnswersRefusal = (entry: Entry, order: ReviewEntry): EntriesRefusal | undefined => {
  const open = openNeedsOf(entry, order);
  const grounds = new Map((order.grounds ?? []).map(({ item, ground }) => [item, ground]));
  for (const [item, needId] of open) {
    const given = order.answers.filter((answer) => answer.item === item);
    if (given.length !== 1)
      return { reason: 'NEEDS_NOT_ANSWERED', field: 'answers', details: { need: needId, item, needs: open.size } };
    const at = order.answers.findIndex((answer) => answer.item === item);
    const refusal = whyRefusal(grounds.get(item) ?? '', `answers[${at}].explanation`);
    if (refusal) return refusal;
  }
  return undefined;
};

/** Stands before the review that it belongs to: what was answered of each, and by what. */
export const answeredNeeds = (entry: Entry, order: ReviewEntry): readonly EntriesFact[] => {
  const open = openNeedsOf(entry, order);
  if (open.size === 0) return [];
  const given = order.answers.filter(({ item }) => open.has(item));
  const grounds = new Map((order.grounds ?? []).map(({ item, ground }) => [item, ground]));
  return [
    {
      type: 'NeedsAnswered.v1',
      data: {
        ...refOf(order, entry),
        version: entry.declarations,
        answers: given.map(({ item, met }) => ({ needId: open.get(item) ?? '', met })),
        prose: { grounds: given.map(({ item }) => grounds.get(item) ?? '') },
      },
    },
  ];
};

/** Where nobody reviews, what the platform could not tell is confirmed with the opinion that clears. A no is an opinion against the entry. */
const confirmedBy = (entry: Entry, { terms, opinions }: GiveClearance): ReadonlyMap<string, string> =>
  hasAct(terms.tables, 'review') || opinions.some(({ outcome }) => outcome === 'blocked')
    ? new Map()
    : openNeedsOf(entry, { terms });

/** Each need that is asked is confirmed, once, and nothing else is. */
export const needsMetRefusal = (entry: Entry, order: GiveClearance): EntriesRefusal | undefined => {
  const asked = confirmedBy(entry, order);
  const given = order.needsMet ?? [];
  const refused = (needId: string, item: string): EntriesRefusal => ({
    reason: 'NEEDS_NOT_ANSWERED',
    field: 'needsMet',
    details: { need: needId, item, needs: asked.size },
  });
  for (const [item, needId] of asked) if (!given.includes(needId)) return refused(needId, item);
  const other = given.find((needId, at) => given.indexOf(needId) !== at || ![...asked.values()].includes(needId));
  return other === undefined ? undefined : refused(other, '');
};

/** Stands before the opinion that it belongs to, by whose number it goes: why somebody is cleared is nobody's to read. */
export const confirmedNeeds = (entry: Entry, order: GiveClearance): readonly EntriesFact[] => {
  const asked = [...confirmedBy(entry, order).values()];
  if (asked.length === 0) return [];
  return [
    {
      type: 'NeedsAnswered.v1',
      data: {
        ...refOf(order, entry),
        version: entry.declarations,
        answers: asked.map((needId) => ({ needId, met: true })),
        prose: { grounds: asked.map(() => order.opinionNumber) },
      },
    },
  ];
};
