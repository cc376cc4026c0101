import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { meetings } from '../../api/questions/meetings.ts';
import { Answered } from '../../components/answered.tsx';
import { today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TickField } from '../../components/tick-field.tsx';
import { useTell } from '../../components/told.tsx';
import { FileInput } from './file-input.tsx';

export type Meeting = Schemas['Meeting'];
export type RecordedAs = Schemas['MeetingRecordedAs'];
type Leaders = Schemas['GetV1RoundsByRoundIdMeetingsAnswer']['leaders'];
type Typed = Readonly<{
  heldOn: string;
  present: readonly string[];
  chairId: string;
  attendance: number;
  place: string;
  file: string;
  why?: string;
}>;

const ATTENDANCE_MAX = 20_000;
const PLACE_CHARS_MAX = 200;
const WHY_CHARS_MAX = 1_000;

/** Who led the committee on the day: those who were there are ticked, and one of them was in the chair. */
const Present = ({ leaders }: Readonly<{ leaders: Leaders }>) => {
  const { t } = useTranslation();
  const options = leaders.map(({ personId, personName }) => ({
    value: personId,
    label: nameIn(personName) ?? t('none'),
  }));
  return (
    <>
      <TickField name="present" label={t('meetings.present')} options={options} least={1} />
      <SelectField name="chairId" label={t('meetings.chair')} options={options} />
    </>
  );
};

const Fields = ({ kind, query }: Readonly<{ kind: RecordedAs; query: ReturnType<typeof useLeaders> }>) => {
  const { t } = useTranslation();
  const required = { required: true, message: t('required') };
  return (
    <>
      <Form.Item name="heldOn" label={t('meetings.heldOn')} rules={[required]}>
        <DayInput max={today()} />
      </Form.Item>
      <Answered query={query}>{({ leaders }) => <Present leaders={leaders} />}</Answered>
      <Form.Item
        name="attendance"
        label={t('meetings.attendance')}
        extra={t('meetings.attendanceHint')}
        rules={[required]}
      >
        <InputNumber min={0} max={ATTENDANCE_MAX} precision={0} />
      </Form.Item>
      <Form.Item name="place" label={t('meetings.place')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={PLACE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="file" label={t('meetings.file')} extra={t('meetings.fileHint')} rules={[required]}>
        <FileInput />
      </Form.Item>
      {kind !== 'held' && (
        <Form.Item name="why" label={t('reason')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={WHY_CHARS_MAX} showCount />
        </Form.Item>
      )}
    </>
  );
};

const useLeaders = (roundId: string, on: string | undefined) =>
  useQuery({ ...meetings(roundId, on), placeholderData: (before) => before });

/** What stands is where a correction begins; another meeting begins with nothing. */
const firstOf = ({ stands }: Meeting, kind: RecordedAs): Partial<Typed> => {
  if (kind !== 'correction' || stands === null) return {};
  const { heldOn, chairId, present, attendance, place, file } = stands;
  return {
    ...(heldOn === null ? {} : { heldOn }),
    ...(chairId === null ? {} : { chairId }),
    ...(file === null ? {} : { file }),
    ...{ present: present.map(({ personId }) => personId), attendance, place: place ?? '' },
  };
};

/** A meeting is written down: held, held again or corrected. It stands once a leader who was there has attested it. */
export const MeetingDialog = ({
  roundId,
  meeting,
  kind,
  onClose,
}: Readonly<{ roundId: string; meeting: Meeting; kind: RecordedAs; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const first = firstOf(meeting, kind);
  const [on, setOn] = useState(first.heldOn);
  const leaders = useLeaders(roundId, on);
  const { stageId } = meeting;
  const order = useOrder({
    send: async ({ why = '', present, ...typed }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/meetings/{stageId}/records', {
          params: { path: { roundId, stageId }, header: under(key) },
          body: { ...typed, present: [...present], kind, why },
        }),
      ),
    touches: [['rounds', roundId], ['paper-boxes'], ['work']],
    onDone: () => {
      onClose();
      tell(t('meetings.recorded'));
    },
  });
  return (
    <OrderDialog<Typed>
      title={t(`meetings.act.${kind}`)}
      lead={<p>{t('meetings.recordLead', { count: meeting.least })}</p>}
      action={t(`meetings.act.${kind}`)}
      first={first}
      order={order}
      onClose={onClose}
      onTyped={({ heldOn }) => setOn(heldOn === '' ? undefined : heldOn)}
    >
      <Fields kind={kind} query={leaders} />
    </OrderDialog>
  );
};
