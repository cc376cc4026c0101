import type { FastifyInstance } from 'fastify';
import { acceptForms, formText } from './form-body.ts';

export const BACK_CHANNEL_PATH = '/v1/sign-out/back-channel';
const TOKEN_CHARS_MAX = 8_000;

/** Where an issuer outside tells of a sign-out (OpenID Connect Back-Channel Logout 1.0). From server to server: no cookie, no origin. */
export const registerBackChannel = (scope: FastifyInstance, signOutside: (token: string) => Promise<void>): void => {
  acceptForms(scope);
  scope.post(BACK_CHANNEL_PATH, async (request, reply) => {
    await signOutside(formText(request.body, 'logout_token', TOKEN_CHARS_MAX));
    return reply.code(200).send();
  });
};
