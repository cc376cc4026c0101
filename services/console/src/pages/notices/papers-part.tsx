import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import {
  makePaper,
  noticePapers,
  type Paper as Asked,
  type Withdrawn,
  withdrawPaper,
} from '../../api/questions/cases.ts';
import { Choice } from '../../components/choice.tsx';
import { sayMoment } from '../../components/dates.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { Part } from '../../components/part.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';

type Paper = Schemas['NoticePaper'];

const ABOUTS: readonly Paper['about'][] = ['entries', 'proposed'];
const FORMATS: readonly Paper['format'][] = ['pdf', 'docx'];
const REASONS: readonly NonNullable<Paper['reason']>[] = ['wrong-content', 'made-in-error', 'other'];
const WHY_CHARS_MAX = 1_000;
const TONES: Readonly<Record<Paper['standing'], Tone>> = { stands: 'good', replaced: 'plain', withdrawn: 'bad' };

const WithdrawDialog = ({ paper, onClose }: Readonly<{ paper: Paper; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (given: Withdrawn, key) => withdrawPaper(paper.paperId, given, key),
    touches: [['public', 'papers']],
    onDone: () => {
      tell(t('running.withdrawn'));
      onClose();
    },
  });
  return (
    <OrderDialog<Withdrawn>
      title={t('running.withdraw')}
      lead={<p>{t('running.withdrawLead')}</p>}
      action={t('running.withdraw')}
      isDangerous
      first={{ reason: 'wrong-content' }}
      order={order}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('running.reasonKind')}>
        <select>
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`running.reasons.${reason}`)}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item
        name="why"
        label={t('reason')}
        extra={t('reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={3} maxLength={WHY_CHARS_MAX} showCount />
      </Form.Item>
    </OrderDialog>
  );
};

const Make = ({ editionId }: Readonly<{ editionId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [asked, setAsked] = useState<Asked>({ about: 'entries', format: 'pdf' });
  const order = useOrder({
    send: async (given: Asked, key) => makePaper(editionId, given, key),
    touches: [['public', 'papers']],
    onDone: () => tell(t('running.made')),
  });
  return (
    <>
      <div className="filters">
        <Choice
          label={t('running.about')}
          value={asked.about}
          options={ABOUTS.map((about) => ({ value: about, label: t(`notices.about.${about}`) }))}
          onChoose={(chosen) => setAsked({ ...asked, about: ABOUTS.find((about) => about === chosen) ?? 'entries' })}
        />
        <Choice
          label={t('running.format')}
          value={asked.format}
          options={FORMATS.map((format) => ({ value: format, label: t(`running.formats.${format}`) }))}
          onChoose={(chosen) => setAsked({ ...asked, format: FORMATS.find((format) => format === chosen) ?? 'pdf' })}
        />
        <div className="field-button">
          <Button loading={order.isPending} onClick={() => order.mutate(asked)}>
            {t('running.make')}
          </Button>
        </div>
      </div>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(asked)} />}
    </>
  );
};

const useColumns = (onWithdraw: (paper: Paper) => void): readonly Column<Paper>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'paper',
      title: t('running.paper'),
      isHead: true,
      cell: ({ about, format, version }) =>
        `${t(`notices.about.${about}`)} ${format.toUpperCase()} ${t('running.version', { count: version })}`,
    },
    {
      key: 'state',
      title: t('running.state'),
      cell: ({ standing, reason }) => (
        <>
          <Mark tone={TONES[standing]}>{t(`running.standing.${standing}`)}</Mark>
          {reason !== null && <div className="quiet">{t(`running.reasons.${reason}`)}</div>}
        </>
      ),
    },
    { key: 'listed', title: t('running.listed'), isNumber: true, cell: ({ notices }) => notices },
    {
      key: 'made',
      title: t('running.madeAt'),
      cell: ({ madeAt, madeByName }) => (
        <>
          {sayMoment(madeAt)}
          <div className="quiet">{nameIn(madeByName)}</div>
        </>
      ),
    },
    {
      key: 'acts',
      title: t('running.download'),
      cell: (paper) => (
        <span className="row">
          <a href={`/v1/notice-papers/${paper.paperId}/file`} download>
            {t('running.download')}
          </a>
          {paper.standing === 'stands' && (
            <button type="button" className="linklike" onClick={() => onWithdraw(paper)}>
              {t('running.withdraw')}
            </button>
          )}
        </span>
      ),
    },
  ];
};

/** Notices on paper: made of all that runs, downloaded, withdrawn. */
export const PapersPart = ({ editionId }: Readonly<{ editionId: string }>) => {
  const { t } = useTranslation();
  const [withdrawing, setWithdrawing] = useState<Paper | null>(null);
  const columns = useColumns(setWithdrawing);
  return (
    <Part id="papers" title={t('running.papers')} query={useQuery(noticePapers(editionId))}>
      {({ items }) => (
        <>
          <p className="quiet">{t('running.papersLead')}</p>
          <Make editionId={editionId} />
          {items.length === 0 ? (
            <p className="quiet">{t('running.noPapers')}</p>
          ) : (
            <ListTable label={t('running.papers')} columns={columns} rows={items} keyOf={({ paperId }) => paperId} />
          )}
          {withdrawing !== null && <WithdrawDialog paper={withdrawing} onClose={() => setWithdrawing(null)} />}
        </>
      )}
    </Part>
  );
};
