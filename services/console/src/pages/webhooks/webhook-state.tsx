import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';

type Webhook = Schemas['Webhook'];
const TONES = { active: 'good', paused: 'waiting', disabled: 'bad' } as const;

/** How it stands, and since when nothing has arrived. */
export const WebhookState = ({ webhook }: Readonly<{ webhook: Webhook }>) => {
  const { t } = useTranslation();
  return (
    <>
      <Mark tone={TONES[webhook.state]}>{t(`webhooks.state.${webhook.state}`)}</Mark>
      {webhook.failingSince !== null && (
        <div>
          <Mark tone="bad">{t('webhooks.failingSince', { at: sayMoment(webhook.failingSince) })}</Mark>
        </div>
      )}
    </>
  );
};
