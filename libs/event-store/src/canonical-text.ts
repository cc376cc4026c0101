import canonicalize from 'canonicalize';

/** Keys that start with a digit may be array indexes to JavaScript, which orders those before all others. */
const ORDERED_BY_JAVASCRIPT = /^\d/;

/** Thrown within this file where only the full algorithm knows what to do. */
const HARD = new Error('left to the full algorithm');

const ordered = (value: unknown): unknown => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw HARD;
      return value;
    case 'object':
      break;
    default:
      throw HARD;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(ordered);
  if (Object.getPrototypeOf(value) !== Object.prototype || 'toJSON' in value) throw HARD;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    if (ORDERED_BY_JAVASCRIPT.test(key) || key === '__proto__') throw HARD;
    copy[key] = ordered((value as Record<string, unknown>)[key]);
  }
  return copy;
};

/**
 * RFC 8785 text of a value, or undefined where it has no JSON form. Plain data is copied with its keys in order and written by
 * JSON.stringify, whose strings and numbers are RFC 8785's own, at twice the speed; anything else goes to `canonicalize`.
 */
export const canonicalText = (value: unknown): string | undefined => {
  try {
    const text = JSON.stringify(ordered(value));
    return text.includes('\\ud') ? canonicalize(value) : text; // perhaps a lone surrogate, which has no RFC 8785 form
  } catch (error) {
    if (error === HARD) return canonicalize(value);
    throw error;
  }
};
