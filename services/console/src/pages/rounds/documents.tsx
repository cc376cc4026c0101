import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { documents } from '../../api/questions/results.ts';
import { sayMoment } from '../../components/dates.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { Part } from '../../components/part.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';

type Document = Schemas['Document'];
type Wanted = Pick<Schemas['PostV1RoundsByRoundIdDocumentsBody'], 'kind' | 'format'>;

const KINDS = ['circular', 'certificates', 'plaque-list'] as const;
const FORMATS = ['pdf', 'docx'] as const;
const TONES: Readonly<Record<Document['standing'], Tone>> = { stands: 'good', replaced: 'plain', withdrawn: 'bad' };
const REASONS = ['wrong-content', 'made-in-error', 'other'] as const;
const KILOBYTE = 1_024;

const Withdraw = ({ document, onClose }: Readonly<{ document: Document; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { documentId, roundId } = document;
  const order = useOrder({
    send: async (body: Schemas['PostV1DocumentsByDocumentIdWithdrawalBody'], key) =>
      answerOf(
        api.POST('/v1/documents/{documentId}/withdrawal', {
          params: { path: { documentId }, header: under(key) },
          body,
        }),
      ),
    touches: [['rounds', roundId, 'documents']],
    onDone: () => {
      onClose();
      tell(t('rounds.documents.withdrawn'));
    },
  });
  return (
    <OrderDialog<Schemas['PostV1DocumentsByDocumentIdWithdrawalBody']>
      title={t('rounds.documents.withdraw')}
      lead={t('rounds.documents.withdrawLead')}
      action={t('rounds.documents.withdraw')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('rounds.proposals.reason')}
        options={REASONS.map((value) => ({ value, label: t(`rounds.documents.reason.${value}`) }))}
      />
      <ReasonField name="why" />
    </OrderDialog>
  );
};

/** One click a paper; made of the same again it is the same paper. */
const Make = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (wanted: Wanted, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/documents', {
          params: { path: { roundId }, header: under(key) },
          body: wanted,
        }),
      ),
    touches: [['rounds', roundId, 'documents']],
    onDone: (_made, { kind }) => tell(t('rounds.documents.made', { kind: t(`rounds.documents.kind.${kind}`) })),
  });
  return (
    <>
      {order.isError && <ProblemNotice error={order.error} />}
      <ul className="plain">
        {KINDS.map((kind) => (
          <li key={kind} className="row">
            <span className="grow">{t(`rounds.documents.kind.${kind}`)}</span>
            {FORMATS.map((format) => (
              <Button
                key={format}
                loading={order.isPending && order.variables.kind === kind && order.variables.format === format}
                onClick={() => order.mutate({ kind, format })}
              >
                {t('rounds.documents.make', { format: t(`rounds.documents.format.${format}`) })}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
};

const useColumns = (onWithdraw: ((document: Document) => void) | undefined): readonly Column<Document>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'kind',
      title: t('rounds.documents.paper'),
      isHead: true,
      cell: ({ kind, format, version }) =>
        t('rounds.documents.name', {
          kind: t(`rounds.documents.kind.${kind}`),
          format: t(`rounds.documents.format.${format}`),
          version,
        }),
    },
    {
      key: 'standing',
      title: t('rounds.state'),
      cell: ({ standing, reason }) => (
        <>
          <Mark tone={TONES[standing]}>{t(`rounds.documents.standing.${standing}`)}</Mark>
          {reason !== null && <div className="quiet">{t(`rounds.documents.reason.${reason}`)}</div>}
        </>
      ),
    },
    {
      key: 'made',
      title: t('rounds.documents.madeAt'),
      cell: ({ madeAt, madeByName }) => `${sayMoment(madeAt)} ${nameIn(madeByName) ?? ''}`,
    },
    {
      key: 'acts',
      title: t('rounds.seats.acts'),
      cell: (document) => (
        <span className="acts">
          <a href={`/v1/documents/${document.documentId}/file`} download>
            {t('rounds.documents.download', { size: Math.ceil(document.bytes / KILOBYTE) })}
          </a>
          {document.standing === 'stands' && onWithdraw !== undefined && (
            <button type="button" className="linklike" onClick={() => onWithdraw(document)}>
              {t('rounds.documents.withdraw')}
            </button>
          )}
        </span>
      ),
    },
  ];
};

/** Papers of the circular: made, downloaded, taken back; each version, and which one stands. One call. */
export const Documents = ({ roundId, mayMake }: Readonly<{ roundId: string; mayMake: boolean }>) => {
  const { t } = useTranslation();
  const query = useQuery(documents(roundId));
  const [asked, setAsked] = useState<Document>();
  const columns = useColumns(mayMake ? setAsked : undefined);
  return (
    <Part id="documents" title={t('rounds.documents.title')} query={query}>
      {({ items }) => (
        <>
          {mayMake && <Make roundId={roundId} />}
          {items.length === 0 ? (
            <p className="quiet">{t('rounds.documents.none')}</p>
          ) : (
            <ListTable
              label={t('rounds.documents.title')}
              columns={columns}
              rows={items}
              keyOf={({ documentId }) => documentId}
            />
          )}
          {asked !== undefined && <Withdraw document={asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </Part>
  );
};
