import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/mail';
import { type Ground, refused } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { type OwnMail, ownMail } from '../../application/mail/change-address.ts';
import type { MailBoxes } from '../../application/mail/mail-boxes.ts';
import { newConfirmationCode } from '../crypto/confirmation-codes.ts';
import { postgresMailBoxes } from '../postgres/postgres-mail-boxes.ts';

/** Injection token: whether this platform sends mail. */
export const MAIL_AVAILABLE = Symbol('notifications.mail-available');

const SERVICE = 'NotificationsService';

type By = Readonly<{ personId: string; now: string }>;

/** Whoever asks, and when. An anonymous caller has no mail. */
const byOf = (metadata: Metadata): By => {
  const { caller, now } = callOf(metadata);
  if (caller.personId === null) throw refused({ reason: 'NOT_A_PERSON' });
  return { personId: caller.personId, now };
};

/** The mail of whoever asks: address, preferences. No request names another person. */
@Controller()
export class MailController {
  private readonly boxes: MailBoxes;
  private readonly own: OwnMail;
  private readonly available: boolean;

  constructor(@Inject(GROUND) { rows, privacy }: Ground, @Inject(MAIL_AVAILABLE) available: boolean) {
    this.boxes = postgresMailBoxes(rows, privacy);
    this.available = available;
    this.own = ownMail({ boxes: this.boxes, available, newCode: newConfirmationCode });
  }

  @GrpcMethod(SERVICE, 'ShowMail')
  async showMail(_request: rpc.ShowMailRequest, metadata: Metadata): Promise<rpc.ShowMailResponse> {
    return { mailBox: await this.shown(byOf(metadata)) };
  }

  @GrpcMethod(SERVICE, 'ProposeMailAddress')
  async propose(
    { address }: rpc.ProposeMailAddressRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeMailAddressResponse> {
    return this.after(metadata, (by) => this.own.propose(address, by));
  }

  @GrpcMethod(SERVICE, 'ConfirmMailAddress')
  async confirm({ code }: rpc.ConfirmMailAddressRequest, metadata: Metadata): Promise<rpc.ConfirmMailAddressResponse> {
    return this.after(metadata, (by) => this.own.confirm(code, by));
  }

  @GrpcMethod(SERVICE, 'RemoveMailAddress')
  async remove(_request: rpc.RemoveMailAddressRequest, metadata: Metadata): Promise<rpc.RemoveMailAddressResponse> {
    return this.after(metadata, (by) => this.own.remove(by));
  }

  @GrpcMethod(SERVICE, 'SetMailPreferences')
  async prefer(asked: rpc.SetMailPreferencesRequest, metadata: Metadata): Promise<rpc.SetMailPreferencesResponse> {
    return this.after(metadata, (by) => this.own.prefer(asked, by));
  }

  private async after(metadata: Metadata, change: (by: By) => Promise<void>): Promise<{ mailBox: rpc.MailBox }> {
    const by = byOf(metadata);
    await change(by);
    return { mailBox: await this.shown(by) };
  }

  private async shown({ personId, now }: By): Promise<rpc.MailBox> {
    const { address, pendingAddress, waiting, preferences } = await this.boxes.of(personId);
    const waits = waiting !== null && now < waiting.until;
    return {
      available: this.available,
      address,
      pendingAddress: waits ? pendingAddress : '',
      pendingUntil: waits ? waiting.until : '',
      off: [...preferences.off],
      quietFrom: preferences.quiet?.from ?? '',
      quietUntil: preferences.quiet?.until ?? '',
      digestAt: preferences.digestAt ?? '',
    };
  }
}
