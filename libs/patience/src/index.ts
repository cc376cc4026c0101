export { type Backoff, backoffMs, DOUBLINGS_MAX } from './backoff.ts';
