import { allowedFor } from '../domain/entries/quota.ts';
import type { Counted } from '../domain/needs/shares.ts';
import { type AskedNeed, itemOf, judged, type JudgedNeed, needsOf } from '../domain/needs/needs.ts';
import type { SubjectKind } from '../domain/programme.ts';
import type { FindNeeds } from './find-needs.ts';
import type { NominatorsEntries } from './nominators-entries.ts';

/** A need with what was found of it, as people are told. */
export type ToldNeed = Readonly<{
  need: string;
  item: string;
  zh: string;
  en: string;
  verdict: string;
  found: string[];
  asOf: string;
  answer: string;
  ground: string;
}>;

export type ToldShare = Readonly<{
  quota: number;
  taken: number;
  onePer: number;
  counted: string;
  count: number;
  asOf: string;
  stands: boolean;
}>;

export type NeedyEntry = Readonly<{
  editionId: string;
  nominatorId: string;
  track: string;
  subjectKind: string;
  subjectId: string;
}>;

/** Each with its words; answers stand with the declaration that was reviewed. */
export const toldNeeds = (
  asked: readonly AskedNeed[],
  found: readonly JudgedNeed[],
  asOf: string,
  answers: ReadonlyMap<string, Readonly<{ met: boolean; ground: string }>> = new Map(),
): ToldNeed[] =>
  asked.flatMap((need) => {
    const { needId, zh, en } = need;
    const one = found.find((each) => each.needId === needId);
    if (one === undefined) return [];
    const answer = answers.get(needId);
    return [
      {
        ...{ need: needId, item: itemOf(need), zh, en, verdict: one.verdict, asOf },
        found: one.values.map((value) => String(value ?? '')),
        answer: answer === undefined ? '' : answer.met ? 'met' : 'unmet',
        ground: answer?.ground ?? '',
      },
    ];
  });

const shareOf = (rule: ReturnType<typeof allowedFor>, counted: Counted | undefined) =>
  rule === null || rule.share === undefined
    ? undefined
    : {
        ...{ quota: rule.quota, taken: rule.declared, onePer: rule.share.one },
        ...{ counted: rule.share.counted, count: rule.counted?.count ?? 0 },
        ...{ asOf: rule.counted?.asOf ?? '', stands: rule.counted !== counted },
      };

/** What an entry is told to need before it is declared, and what its nominator's number follows from. */
export const tellNeeds = ({ entries, needs }: Readonly<{ entries: NominatorsEntries; needs: FindNeeds }>) => ({
  /** By what is known now. */
  now: async ({ editionId, nominatorId, track, ...subject }: NeedyEntry, now: string): Promise<ToldNeed[]> => {
    const terms = await entries.termsOf(editionId, nominatorId);
    const asked = terms && needsOf(terms.needs, track);
    if (terms === undefined || asked === undefined) return [];
    const of = { kind: subject.subjectKind as SubjectKind, id: subject.subjectId };
    const { found } = await needs.found(terms, { track, subject: of }, now);
    return found === undefined ? [] : toldNeeds(asked.needs, judged(asked, found.needs), found.asOf);
  },
  share: async ({ editionId, nominatorId, track }: NeedyEntry, now: string): Promise<ToldShare | undefined> => {
    const terms = await entries.termsOf(editionId, nominatorId);
    if (terms === undefined || terms.shares.length === 0) return undefined;
    const { counted } = await needs.counted(terms, track, nominatorId, now);
    const { state } = await entries.read(editionId, nominatorId);
    const asker = { terms, ...(counted === undefined ? {} : { counted }) };
    return shareOf(allowedFor(state, asker, track), counted);
  },
});

export type TellNeeds = ReturnType<typeof tellNeeds>;
