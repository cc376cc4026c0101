import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { either, nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import type { Criterion } from '../../sheets/criteria.ts';
import type { Desk } from '../../sheets/desk.ts';
import type { Place } from '../../sheets/grid-moves.ts';
import { writtenMark } from '../../sheets/written-mark.ts';

type Taken = Schemas['SheetFormTaken'];
const FAULTS_SHOWN = 100;

const handIn = async (roundId: string, file: File, dryRun: 'true' | 'false'): Promise<Taken> =>
  answerOf(
    api.POST('/v1/rounds/{roundId}/sheet/xlsx', {
      params: { path: { roundId }, query: { dryRun }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      headers: { 'content-type': 'application/octet-stream' },
      // The file as it is: the client would write it as JSON.
      body: '',
      bodySerializer: () => file,
    }),
  );

const placeOf = (desk: Desk, entryId: string | null, criterionId: string | null): Place | null => {
  const row = desk.entries.findIndex((entry) => entry.entryId === entryId);
  const column = desk.criteria.findIndex(({ id }) => id === criterionId);
  return row < 0 ? null : { row, column: Math.max(column, 0) };
};

const Faults = ({ desk, taken, go }: Readonly<{ desk: Desk; taken: Taken; go: (place: Place) => void }>) => {
  const { t } = useTranslation();
  return (
    <>
      <p role="alert">{t('sheetFiles.faults', { count: taken.faultsTotal })}</p>
      <ul>
        {taken.faults.slice(0, FAULTS_SHOWN).map(({ cell, found, zh, en, entryId, criterionId }) => {
          const place = placeOf(desk, entryId, criterionId);
          const line = t('sheetFiles.faultLine', { cell, found, why: either(zh, en) });
          return (
            <li key={cell}>
              {place === null ? (
                line
              ) : (
                <button type="button" className="linklike" onClick={() => go(place)}>
                  {line}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Checked = ({
  desk,
  taken,
  go,
  onTake,
}: Readonly<{ desk: Desk; taken: Taken; go: (place: Place) => void; onTake: () => void }>) => {
  const { t } = useTranslation();
  const { mismatch, faultsTotal, given, changed, emptyKept, conflicts } = taken;
  const say = (criterion: Criterion | undefined, mark: number | null): string =>
    mark === null || criterion === undefined ? t('none') : writtenMark(criterion, mark);
  if (faultsTotal > 0) return <Faults desk={desk} taken={taken} go={go} />;
  return (
    <>
      {mismatch !== null && <p role="alert">{t(`sheetFiles.mismatch.${mismatch}`)}</p>}
      <ul>
        {conflicts.map(({ cell, entryName, criterionId, inForm, saved }) => {
          const criterion = desk.criteria.find(({ id }) => id === criterionId);
          return (
            <li key={cell}>
              {t('sheetFiles.conflictLine', {
                cell,
                project: nameIn(entryName) ?? '',
                inForm: say(criterion, inForm),
                saved: say(criterion, saved),
              })}
            </li>
          );
        })}
      </ul>
      {mismatch === null && (
        <>
          <p>{t('sheetFiles.given', { given, changed })}</p>
          {emptyKept > 0 && <p>{t('sheetFiles.emptyKept', { count: emptyKept })}</p>}
          {changed === 0 ? (
            <p>{t('sheetFiles.nothing')}</p>
          ) : (
            <Button type="primary" onClick={onTake}>
              {t('sheetFiles.take', { count: changed })}
            </Button>
          )}
        </>
      )}
    </>
  );
};

/** The sheet as a file, out and in, and on paper. */
export const SheetFiles = ({
  desk,
  flush,
  go,
  reread,
}: Readonly<{ desk: Desk; flush: () => Promise<boolean>; go: (place: Place) => void; reread: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { roundId } = desk;
  const [file, setFile] = useState<File>();
  const check = useMutation({
    mutationFn: async (given: File) => {
      await flush();
      return handIn(roundId, given, 'true');
    },
  });
  const take = useMutation({
    mutationFn: async (given: File) => handIn(roundId, given, 'false'),
    onSuccess: (taken) => {
      if (!taken.saved) return;
      tell(t('sheetFiles.taken', { count: taken.changed }));
      setFile(undefined);
      reread();
    },
  });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const chosen = target.files?.[0];
    // The same file may be chosen again once it is mended.
    target.value = '';
    if (chosen === undefined) return;
    setFile(chosen);
    take.reset();
    check.mutate(chosen);
  };
  /** What leaves holds what is on the screen. */
  const download = async (path: string): Promise<void> => {
    await flush();
    window.location.assign(path);
  };
  const taken = take.data?.saved === false ? take.data : check.data;
  const error = take.error ?? check.error;
  return (
    <details className="part sheet-files">
      <summary>{t('sheetFiles.title')}</summary>
      <p>{t('sheetFiles.lead')}</p>
      <p className="row">
        <Button onClick={() => void download(`/v1/rounds/${roundId}/my-sheet.xlsx`)}>{t('sheetFiles.out')}</Button>
        <Button onClick={() => void download(`/v1/rounds/${roundId}/my-sheet.pdf`)}>{t('sheetFiles.print')}</Button>
        <label className="file-button">
          {t('sheetFiles.in')}
          <input type="file" accept=".xlsx" className="unseen" onChange={choose} />
        </label>
      </p>
      {(check.isPending || take.isPending) && <p role="status">{t('sheetFiles.checking')}</p>}
      {error !== null && <ProblemNotice error={error} />}
      {file !== undefined && taken !== undefined && !check.isPending && (
        <Checked desk={desk} taken={taken} go={go} onTake={() => take.mutate(file)} />
      )}
    </details>
  );
};
