import { randomBytes } from 'node:crypto';
import type { Random } from '../../application/ports.ts';

const SECRET_BYTES = 32;

export const randomSecrets: Random = () => randomBytes(SECRET_BYTES).toString('hex');
