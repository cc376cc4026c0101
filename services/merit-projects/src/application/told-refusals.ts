import type { Refusal } from '@jiangong/event-store';
import { hostRefusalTexts, type RefusalText } from '@jiangong/service-host';
import { refusalTexts } from './refusal-texts.ts';

/** A refusal that stands in an answer instead of being one, with its words. */
export type ToldRefusal = Readonly<{ refusal: Refusal; texts: RefusalText }>;

export const toldRefusal = (refusal: Refusal): ToldRefusal => {
  const texts =
    (refusalTexts as Readonly<Record<string, RefusalText>>)[refusal.reason] ?? hostRefusalTexts[refusal.reason];
  if (!texts) throw new Error(`no text for ${refusal.reason}`);
  return { refusal, texts };
};
