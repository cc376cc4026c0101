import { formed } from './fields.ts';

/** The only log of an installation. */
export const LOG = 'main';

export const STREAM_CHARS_MAX = 200;

export const streamBeginning = () => formed(/^[a-z][a-z0-9.-]*$/u, 'stream-beginning').max(STREAM_CHARS_MAX);
export const factType = () => formed(/^[A-Za-z]+\.v\d{1,4}$/u, 'fact-type').max(100);
