import type { Given } from './given.ts';

export type TracesSearch = Readonly<{ failed?: 'true' | undefined }>;
export const tracesSearch = ({ failed }: Given): TracesSearch => ({
  failed: failed === 'true' || failed === true ? 'true' : undefined,
});
