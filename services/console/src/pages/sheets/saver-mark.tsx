import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '../../components/mark.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { nameIn } from '../../components/names.ts';
import type { Desk } from '../../sheets/desk.ts';
import type { Conflict } from '../../sheets/outbox.ts';
import type { SaverState } from '../../sheets/saver.ts';
import type { Sheet } from '../../sheets/use-saver.ts';
import { writtenMark } from '../../sheets/written-mark.ts';
import { criterionName } from './bounds.ts';

const TONES: Readonly<Record<SaverState, Tone>> = {
  saved: 'good',
  kept: 'waiting',
  sending: 'waiting',
  offline: 'waiting',
  'signed-out': 'bad',
  conflict: 'bad',
  refused: 'bad',
};

/** Where what is typed is by now: in this browser, or on the platform, too. */
export const SaverMark = ({ sheet }: Readonly<{ sheet: Sheet }>) => {
  const { t } = useTranslation();
  const { state } = sheet.seen;
  return (
    <span className="saver" role="status">
      <Mark tone={TONES[state]}>{t(`sheet.state.${state}`)}</Mark>
    </span>
  );
};

const ConflictLine = ({ desk, conflict }: Readonly<{ desk: Desk; conflict: Conflict }>) => {
  const { t } = useTranslation();
  const criterion = desk.criteria.find(({ id }) => id === conflict.criterionId);
  const entry = desk.entries.find(({ entryId }) => entryId === conflict.entryId);
  const say = (mark: number | null): string =>
    mark === null || criterion === undefined ? t('none') : writtenMark(criterion, mark);
  return (
    <li>
      {t('sheet.conflictLine', {
        project: entry?.title ?? nameIn(null) ?? '',
        criterion: criterion === undefined ? conflict.criterionId : criterionName(criterion),
        mine: say(conflict.mine),
        theirs: say(conflict.theirs),
      })}
    </li>
  );
};

/** What somebody must decide before the rest is uploaded. */
export const SaverNotice = ({ desk, sheet, reread }: Readonly<{ desk: Desk; sheet: Sheet; reread: () => void }>) => {
  const { t } = useTranslation();
  const { state, conflicts, error } = sheet.seen;
  if (state === 'conflict')
    return (
      <section className="note" role="alert">
        <h2>{t('sheet.conflictTitle')}</h2>
        <ul>
          {conflicts.map((conflict) => (
            <ConflictLine key={`${conflict.entryId} ${conflict.criterionId}`} desk={desk} conflict={conflict} />
          ))}
        </ul>
        <p className="row">
          <Button onClick={() => sheet.settle('mine')}>{t('sheet.mine')}</Button>
          <Button onClick={() => sheet.settle('theirs')}>{t('sheet.theirs')}</Button>
        </p>
      </section>
    );
  if (state === 'signed-out')
    return (
      <p className="note" role="alert">
        {t('sheet.state.signed-out')}{' '}
        <a href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}>{t('problem.signInAgain')}</a>
      </p>
    );
  if (state !== 'refused') return null;
  return (
    <>
      <ProblemNotice error={error} />
      <p className="row">
        <Button onClick={() => void sheet.again()}>{t('problem.again')}</Button>
        <Button onClick={reread}>{t('sheet.reread')}</Button>
      </p>
    </>
  );
};
