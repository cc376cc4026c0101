type About = Readonly<{ webhookId: string }>;
type Because = About & Readonly<{ reason: string }>;

/** `registered`: how many stand already. */
export type RegisterWebhook = About &
  Readonly<{
    kind: 'RegisterWebhook';
    organizationId: string;
    name: string;
    address: string;
    facts: readonly string[];
    registered: number;
  }>;

/** `atOnce`: the former secret was seen by somebody, and does not sign any more. */
export type RotateWebhookSecret = Because &
  Readonly<{ kind: 'RotateWebhookSecret'; secretId: string; atOnce: boolean; now: string }>;

export type RenameWebhook = About & Readonly<{ kind: 'RenameWebhook'; name: string }>;
export type PauseWebhook = Because & Readonly<{ kind: 'PauseWebhook' }>;
export type ResumeWebhook = Because & Readonly<{ kind: 'ResumeWebhook' }>;
export type RemoveWebhook = Because & Readonly<{ kind: 'RemoveWebhook' }>;
export type DisableWebhook = About & Readonly<{ kind: 'DisableWebhook'; failingSince: string; now: string }>;
export type TestWebhook = About & Readonly<{ kind: 'TestWebhook'; deliveryId: string }>;

export type WebhookOrder =
  | RegisterWebhook
  | RotateWebhookSecret
  | RenameWebhook
  | PauseWebhook
  | ResumeWebhook
  | RemoveWebhook
  | DisableWebhook
  | TestWebhook;
