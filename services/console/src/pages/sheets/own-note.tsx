import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';

const NOTE_CHARS_MAX = 2_000;

/** A note to oneself about a project; an empty one takes it away. */
export const OwnNote = ({
  roundId,
  entryId,
  note,
  onKept,
}: Readonly<{ roundId: string; entryId: string; note: string; onKept: (note: string) => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [text, setText] = useState(note);
  const order = useOrder<string, Schemas['Accepted']>({
    send: async (given, key) => {
      const to = { params: { path: { roundId, entryId }, header: under(key) } };
      return answerOf(
        given === ''
          ? api.DELETE('/v1/rounds/{roundId}/notes/{entryId}', to)
          : api.POST('/v1/rounds/{roundId}/notes/{entryId}', { ...to, body: { note: given } }),
      );
    },
    touches: [],
    onDone: (_answer, given) => {
      onKept(given);
      tell(t('beside.noteKept'));
    },
  });
  const id = `note-${entryId}`;
  return (
    <div className="own-note">
      <label htmlFor={id}>{t('beside.note')}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={NOTE_CHARS_MAX}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(text.trim())} />}
      {text.trim() !== note && (
        <Button loading={order.isPending} onClick={() => order.mutate(text.trim())}>
          {text.trim() === '' ? t('beside.noteDrop') : t('beside.noteKeep')}
        </Button>
      )}
    </div>
  );
};
