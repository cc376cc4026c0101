import type { Fact } from '@jiangong/event-store';

/** Another system is told of these kinds of public facts from now on. `organizationId`: where whoever registered it runs the platform. */
export type WebhookRegistered = Fact<
  'WebhookRegistered.v1',
  Readonly<{ webhookId: string; organizationId: string; name: string; address: string; facts: readonly string[] }>
>;

/** A new secret signs; the former one beside it until `formerUntil`. Secrets themselves are in no fact. */
export type WebhookSecretRotated = Fact<
  'WebhookSecretRotated.v1',
  Readonly<{ webhookId: string; secretId: string; formerUntil: string; reason: string }>
>;

/** It is called otherwise from now on; where it leads and what it is told stays. */
export type WebhookRenamed = Fact<
  'WebhookRenamed.v1',
  Readonly<{ webhookId: string; formerName: string; name: string }>
>;

/** What comes waits and is not sent. */
export type WebhookPaused = Fact<'WebhookPaused.v1', Readonly<{ webhookId: string; reason: string }>>;

export type WebhookResumed = Fact<'WebhookResumed.v1', Readonly<{ webhookId: string; reason: string }>>;

/** The platform stopped sending: nothing but failures since `failingSince`. */
export type WebhookDisabled = Fact<
  'WebhookDisabled.v1',
  Readonly<{ webhookId: string; organizationId: string; name: string; failingSince: string }>
>;

export type WebhookRemoved = Fact<'WebhookRemoved.v1', Readonly<{ webhookId: string; reason: string }>>;

/** A delivery that says nothing was asked for, to see whether the way is open. */
export type WebhookTested = Fact<'WebhookTested.v1', Readonly<{ webhookId: string; deliveryId: string }>>;

export type WebhookFact =
  | WebhookRegistered
  | WebhookSecretRotated
  | WebhookRenamed
  | WebhookPaused
  | WebhookResumed
  | WebhookDisabled
  | WebhookRemoved
  | WebhookTested;
