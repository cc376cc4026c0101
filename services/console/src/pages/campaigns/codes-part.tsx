import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeBatches } from '../../api/questions/codes.ts';
import { sayMoment } from '../../components/dates.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import { type Batch, type HandedOut, HandOutDialog, RecallDialog } from './code-dialogs.tsx';

/** The only place in which codes ever stand: gone once the page is left. */
const Shown = ({
  handedOut,
  unit,
  onKept,
}: Readonly<{ handedOut: HandedOut; unit: string | undefined; onKept: () => void }>) => {
  const { t } = useTranslation();
  if (handedOut.codes.length === 0)
    return (
      <p className="note" role="status">
        {t('codes.notShown')}
      </p>
    );
  return (
    <div className="receipt" role="status">
      <h3>{t('codes.shown')}</h3>
      <p>{t('codes.shownLead')}</p>
      {unit !== undefined && <p>{unit}</p>}
      <ol>
        {handedOut.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="row">
        <Button type="primary" onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
        <Button onClick={onKept}>{t('codes.kept')}</Button>
      </p>
    </div>
  );
};

const useColumns = (onRecall: (batch: Batch) => void): readonly Column<Batch>[] => {
  const { t } = useTranslation();
  return [
    { key: 'unit', title: t('codes.unit'), isHead: true, cell: (row) => nameIn(row.organizationName) ?? t('none') },
    { key: 'at', title: t('codes.at'), cell: ({ handedOutAt }) => sayMoment(handedOutAt) },
    { key: 'count', title: t('codes.count'), isNumber: true, cell: ({ count }) => count },
    { key: 'used', title: t('codes.used'), isNumber: true, cell: ({ used }) => used },
    { key: 'recalled', title: t('codes.recalled'), isNumber: true, cell: ({ recalled }) => recalled },
    {
      key: 'acts',
      title: t('campaigns.acts'),
      cell: (row) =>
        row.recalled < row.count ? <Button onClick={() => onRecall(row)}>{t('codes.recall')}</Button> : null,
    },
  ];
};

/** Codes by which people without an account enter works: handed out to units, shown once, recalled where they were lost. */
export const CodesPart = ({ editionId }: Readonly<{ editionId: string }>) => {
  const { t } = useTranslation();
  const query = useQuery(codeBatches(editionId));
  const [opened, setOpened] = useState<'hand-out' | Batch>();
  const [handedOut, setHandedOut] = useState<HandedOut>();
  const columns = useColumns(setOpened);
  const close = (): void => setOpened(undefined);
  return (
    <Part
      id="codes"
      title={t('codes.title')}
      query={query}
      actions={<Button onClick={() => setOpened('hand-out')}>{t('codes.handOut')}</Button>}
    >
      {({ items }) => (
        <>
          {handedOut !== undefined && (
            <Shown
              handedOut={handedOut}
              unit={nameIn(items.find(({ batchId }) => batchId === handedOut.batchId)?.organizationName)}
              onKept={() => setHandedOut(undefined)}
            />
          )}
          {items.length === 0 ? (
            <p className="quiet">{t('codes.none')}</p>
          ) : (
            <ListTable label={t('codes.title')} columns={columns} rows={items} keyOf={({ batchId }) => batchId} />
          )}
          {opened === 'hand-out' && (
            <HandOutDialog
              editionId={editionId}
              onClose={close}
              onDone={(done) => {
                setHandedOut(done);
                close();
              }}
            />
          )}
          {opened !== undefined && opened !== 'hand-out' && (
            <RecallDialog editionId={editionId} batch={opened} onClose={close} />
          )}
        </>
      )}
    </Part>
  );
};
