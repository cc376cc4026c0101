import type { CompiledTemplate } from '@jiangong/programmes';

/** Whether branches propose candidates, upon whom each of them votes. */
export const standsForVote = ({ intake }: Pick<CompiledTemplate, 'intake'>): boolean => intake.how === 'put-forward';
