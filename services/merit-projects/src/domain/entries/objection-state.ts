import type { ObjectionAgainst, ObjectionFact } from './objection-facts.ts';

/** `reopenings`: how often its answer was taken back. `answeredRevision`: the entry's counter of its last answer; 0: none yet. */
export type Objection = Readonly<{
  state: 'open' | 'settled';
  against: ObjectionAgainst;
  source: string;
  reopenings: number;
  answeredRevision: number;
}>;

/** By the objection's id. */
export type ObjectionsOfEntry = Readonly<Record<string, Objection>>;

export const evolveObjections = (objections: ObjectionsOfEntry, fact: ObjectionFact): ObjectionsOfEntry => {
  const { objectionId, against } = fact.data;
  const { source, reopenings, answeredRevision } = objections[objectionId] ?? {
    source: '',
    reopenings: 0,
    answeredRevision: 0,
  };
  const next = (): Objection => {
    switch (fact.type) {
      case 'ObjectionReceived.v1':
        return { state: 'open', against, source: fact.data.source, reopenings: 0, answeredRevision: 0 };
      case 'ObjectionSettled.v1':
        return { state: 'settled', against, source, reopenings, answeredRevision: fact.data.entryRevision };
      case 'ObjectionReopened.v1':
        return { state: 'open', against, source, reopenings: fact.data.reopening, answeredRevision };
    }
  };
  return { ...objections, [objectionId]: next() };
};
