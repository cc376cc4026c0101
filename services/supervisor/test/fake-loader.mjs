// Tells what it was given: its arguments, its environment's values, and its standard input.
import { text } from 'node:stream/consumers';

const secret = await text(process.stdin);
const seen = [...process.argv, ...Object.values(process.env)].some((given) => given.includes(secret));
process.stdout.write(`arguments: ${process.argv.slice(2).join(' ')}\nsecret: ${secret}\nseen by others: ${seen}\n`);
process.exitCode = secret === '' ? 1 : 0;
