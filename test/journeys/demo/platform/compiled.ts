import { fileURLToPath } from 'node:url';

/** Where Node keeps what it compiled, once for all platforms that tests start, each of which has a data directory of its own. */
export const COMPILED = fileURLToPath(new URL('../../../../node_modules/.cache/compiled', import.meta.url));
