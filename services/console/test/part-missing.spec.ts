import { describe, expect, it } from '@jest/globals';
import { isPartMissing } from '../src/components/part-missing.ts';

describe('a page that was opened before the platform was updated', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://127.0.0.1:8080/assets/edition-DCHCD4DW.js',
    'error loading dynamically imported module: http://127.0.0.1:8080/assets/edition-DCHCD4DW.js',
    'Importing a module script failed.',
    'Unable to preload CSS for http://127.0.0.1:8080/assets/audit-BECUGS2w.css',
  ])('is known by what the browser says: %s', (message) => expect(isPartMissing(new TypeError(message))).toBe(true));

  it('is told from a fault of the page, and from what is no error', () => {
    expect(isPartMissing(new TypeError("Cannot read properties of undefined (reading 'items')"))).toBe(false);
    expect(isPartMissing('Importing a module script failed.')).toBe(false);
  });
});
