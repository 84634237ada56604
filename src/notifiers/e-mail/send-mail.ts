import { createTransport } from 'nodemailer';

/** A message in text and in HTML that say the same. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

/** Sends through an SMTP server; throws what the server says when it takes a message not. */
export function openMail(settings: { readonly url: string; readonly from: string }): SendMail {
  const transport = createTransport(settings.url, { from: settings.from });
  return async (mail) => {
    await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}
