import type { Schemas } from '../../api/client.ts';
import type { Tone } from '../../components/mark.tsx';

export type OwnNotice = Schemas['OwnNotice'];
export type OwnObjection = Schemas['OwnObjection'];

export const OWN_NOTICE_TOUCHES = [['own-notices']] as const;

export const STATE_TONES: Readonly<Record<OwnNotice['state'], Tone>> = {
  running: 'waiting',
  over: 'good',
  stopped: 'plain',
  upheld: 'bad',
};
