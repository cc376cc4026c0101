import { PASSKEY_SCRIPT_HTML } from './passkey-script.ts';
import { escapeHtml, type FormField, formFieldsHtml } from './page.ts';

/** Hidden until the script finds a browser that knows passkeys. */
export type PasskeyForm = Readonly<{
  act: 'create' | 'get';
  action: string;
  options: unknown;
  hidden: Readonly<Record<string, string>>;
  fields?: readonly FormField[];
  button: Readonly<{ zh: string; en: string }>;
}>;

const FAILED = `<p class="error" role="alert" data-passkey-failed hidden>未能使用通行密钥，请重试或改用其他方式。<br><span lang="en">The passkey was not used: try again, or go another way.</span></p>`;

const hiddenHtml = ([name, value]: readonly [string, string]): string =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

/** A form whose answer a passkey gives; the script puts it into `credential`. */
export const passkeyFormHtml = ({ act, action, options, hidden, fields = [], button }: PasskeyForm): string =>
  `<form method="post" action="${escapeHtml(action)}" data-passkey="${act}" data-options="${escapeHtml(JSON.stringify(options))}" hidden>${FAILED}${Object.entries(
    { ...hidden, credential: '' },
  )
    .map(hiddenHtml)
    .join('')}${formFieldsHtml(fields)}
<button type="submit">${escapeHtml(button.zh)} <span lang="en">${escapeHtml(button.en)}</span></button></form>`;

/** A page's body with what its passkey forms need. */
export const withPasskeyScript = (body: string): string => `${body}${PASSKEY_SCRIPT_HTML}`;
