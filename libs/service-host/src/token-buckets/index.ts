export { type BucketSize, tokenBuckets } from './token-buckets.ts';
