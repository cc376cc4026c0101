// Tells what it was given: its arguments, its environment's values, and its standard input.
import { text } from 'node:stream/consumers';

const secrets = (await text(process.stdin))
  .trim()
  .split('\n')
  .filter((line) => line !== '');
const seen = [...process.argv, ...Object.values(process.env)].some((given) =>
  secrets.some((secret) => given.includes(secret)),
);
process.stdout.write(
  `arguments: ${process.argv.slice(2).join(' ')}\nsecret: ${secrets.join(' ')}\nseen by others: ${seen}\n`,
);
process.exitCode = secrets.length === 0 ? 1 : 0;
