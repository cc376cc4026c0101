import { type ApplicationRefusal, refusal } from './reasons.ts';

/** Schemes and plans travel as JSON text, so that one validator with one spelling reads them. */
export const JSON_CHARACTERS_MAX = 200_000;

type Parsed = Readonly<{ kind: 'parsed'; value: unknown }> | Readonly<{ kind: 'refused'; refusal: ApplicationRefusal }>;

export const parseJson = (text: string, field: string): Parsed => {
  if (text.length > JSON_CHARACTERS_MAX) return refusal('JSON_TOO_LONG', field);
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch {
    // What JSON.parse says about the place would be in the English of one engine: the field is told instead.
    return refusal('JSON_MALFORMED', field);
  }
};
