/** Secrets of webhooks, sealed at rest. Each is shown in the answer to the order that made it, and in no other. */
export interface WebhookSecrets {
  /**
   * Makes the secret of this id unless it was made, and answers it; '' when it signs no more. With it the one before signs until
   * `formerUntil`, and what was before that one ends.
   */
  make(made: Readonly<{ webhookId: string; secretId: string; now: string; formerUntil: string }>): Promise<string>;
  /** Those that sign now, the newest first. */
  signing(webhookId: string, now: string): Promise<readonly string[]>;
  /** All of a webhook, and the key they are sealed under. */
  forget(webhookId: string): Promise<void>;
}
