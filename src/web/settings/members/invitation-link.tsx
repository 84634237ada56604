import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { useZone } from '../../api/workspace.ts';
import { SecretField } from '../../form/secret-field.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from '../settings.module.css';

/** The link of an invitation, which only whoever made it ever sees. */
export function InvitationLink({ sent }: { readonly sent: AnswerOf<'invite-member'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { email, expiresAt } = sent.invitation;
  return (
    <section className={classes.once} role="status">
      <p className={classes.onceTitle}>{t(sent.mailed ? 'member.mailed' : 'member.notMailed', { email })}</p>
      <p className={classes.text}>
        {t(sent.mailed ? 'member.linkToo' : 'member.linkOnly', { when: format.instant(expiresAt, zone) })}
      </p>
      <SecretField label={t('member.link')} value={sent.link} copy={t('common.copy')} />
    </section>
  );
}
