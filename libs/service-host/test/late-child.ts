import { once } from 'node:events';
import { answerParent } from '../src/nest/parent-process.ts';

/** A service that takes its time to start: it answers its parent only when a line comes in. */
process.stdout.write('starting\n');
await once(process.stdin, 'data');
answerParent({
  status: () => Promise.reject(new Error('nobody asks')),
  compare: () => Promise.reject(new Error('nobody asks')),
  gone: () => process.exit(7),
});
process.stdout.write('answering\n');
