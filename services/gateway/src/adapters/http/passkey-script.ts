import { createHash } from 'node:crypto';
import { PAGE_POLICY } from './page.ts';

/**
 * The one script of our pages: it takes what a form wants of a passkey to the browser, puts the answer into the form and sends it. It
 * asks nobody anything and keeps nothing. Without it, or in a browser that knows no passkeys, those forms stay hidden and all else works.
 */
export const PASSKEY_SCRIPT = `'use strict';
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  const bytesOf = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  const textOf = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const known = (list) => list.map((one) => ({ ...one, id: bytesOf(one.id) }));
  const create = async (options) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytesOf(options.challenge),
        user: { ...options.user, id: bytesOf(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    const { clientDataJSON, attestationObject } = made.response;
    const transports = made.response.getTransports ? made.response.getTransports() : [];
    return {
      id: made.id,
      clientDataJSON: textOf(clientDataJSON),
      attestationObject: textOf(attestationObject),
      transports,
    };
  };
  const get = async (options) => {
    const got = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytesOf(options.challenge),
        allowCredentials: known(options.allowCredentials),
      },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = got.response;
    return {
      id: got.id,
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      userHandle: userHandle && userHandle.byteLength > 0 ? textOf(userHandle) : null,
    };
  };
  const fallen = (form) => form.querySelector('[data-passkey-failed]');
  for (const hint of document.querySelectorAll('[data-passkey-missing]')) hint.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = form.querySelector('button');
      if (button.disabled) return;
      button.disabled = true;
      fallen(form).hidden = true;
      try {
        const options = JSON.parse(form.dataset.options);
        const answer = form.dataset.passkey === 'create' ? await create(options) : await get(options);
        form.elements.namedItem('credential').value = JSON.stringify(answer);
        form.submit();
      } catch {
        button.disabled = false;
        fallen(form).hidden = false;
      }
    });
  }
})();
`;

const hash = createHash('sha256').update(PASSKEY_SCRIPT, 'utf8');
const integrity = `sha256-${hash.copy().digest('base64')}`;
const HASH_CHARS = 16;

/** Its address names its contents: a browser may keep it for ever. */
export const PASSKEY_SCRIPT_PATH = `/sign-in/passkey-${hash.digest('hex').slice(0, HASH_CHARS)}.js`;

/** At the end of a page's body, under the forms that it looks for. */
export const PASSKEY_SCRIPT_HTML = `<script src="${PASSKEY_SCRIPT_PATH}" integrity="${integrity}" defer></script>`;

/** The policy of the pages that carry it: this one file from our own address, and nothing else. */
export const scriptedPolicy = (publicUrl: string): string =>
  `${PAGE_POLICY}; script-src ${publicUrl}${PASSKEY_SCRIPT_PATH}`;
