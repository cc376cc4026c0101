import { expect, it } from '@jest/globals';

it.skip('is never run', () => expect(1).toBe(2));
