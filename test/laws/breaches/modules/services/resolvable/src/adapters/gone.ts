// Planted breach: nothing is there.
import { gone } from './moved-away.ts';

export const missing = gone;
