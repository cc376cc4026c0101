import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';

type Stage = Readonly<{ id: string; act: string; by: string | readonly string[]; with?: string | null | undefined }>;
type Rule = Readonly<{ id: string; after: string; what: Template['notices'][number]['what'] }>;
type Told<S extends Stage, R extends Rule> = Readonly<{
  intake: Readonly<{ how: string; by?: string | null | undefined }>;
  calendar: readonly S[];
  notices: readonly R[];
}>;

/**
 * The stage in which whoever puts forward makes known among its own people, before it declares, what it means to declare, and the notice
 * that begins there. It stands before the stage of declaring or runs beside it, and its notice is named after that stage.
 */
export const ownNoticeOf = <S extends Stage, R extends Rule>({
  intake,
  calendar,
  notices,
}: Told<S, R>): Readonly<{ stage: S; notice: R }> | undefined => {
  const declaring = calendar.findIndex(({ act }) => act === 'declare');
  const declare = calendar[declaring];
  if (intake.how !== 'nominate' || declare === undefined) return undefined;
  const notice = notices.find(({ what, after }) => what === 'entries' && after === declare.id);
  const stage = calendar.find(
    ({ act, by, with: beside }, at) =>
      act === 'notice' && manyOf(by).every((party) => party === intake.by) && (at < declaring || beside === declare.id),
  );
  return notice === undefined || stage === undefined ? undefined : { stage, notice };
};
