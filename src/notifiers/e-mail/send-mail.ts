import { createTransport } from 'nodemailer';

/** Something that goes with a message: a file, or a picture that its HTML shows by `cid:<id>`. */
export interface Attachment {
  readonly filename: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly inlineId?: string;
}

/** A message in text and in HTML that say the same. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
  /** Where one click ends such messages (RFC 8058). */
  readonly unsubscribeUrl?: string;
  /** The same for a message that is sent again, so that mail programs show it once. */
  readonly messageId?: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

/** Sends through an SMTP server; throws what the server says when it takes a message not. */
export function openMail(settings: { readonly url: string; readonly from: string }): SendMail {
  const transport = createTransport(settings.url, { from: settings.from });
  return async ({ attachments = [], unsubscribeUrl, messageId, ...mail }) => {
    await transport.sendMail({
      ...mail,
      ...(messageId === undefined ? {} : { messageId }),
      attachments: attachments.map(({ filename, type, bytes, inlineId }) => ({
        filename,
        contentType: type,
        content: Buffer.from(bytes),
        ...(inlineId === undefined ? {} : { cid: inlineId, contentDisposition: 'inline' as const }),
      })),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribeUrl === undefined
          ? {}
          : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      },
    });
  };
}
