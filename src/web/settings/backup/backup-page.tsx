import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { downloadOf } from '../../api/client.ts';
import formClasses from '../../form/form.module.css';
import { Card } from '../../ui/card.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';

const commands = ['vigie backup vigie.backup', 'vigie backup --verify vigie.backup', 'vigie restore vigie.backup'].join(
  '\n',
);

/** The whole installation as one file. The browser follows the link itself: the file may be larger than its memory. */
export function BackupPage() {
  const { t } = useTranslation();
  return (
    <SettingsPage title={t('settings.backup')} lead={t('data.backupLead')}>
      <Card title={t('data.download')} help={t('data.downloadLead')}>
        <Button
          component="a"
          href={downloadOf('download-backup', {})}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {t('data.downloadAction')}
        </Button>
      </Card>
      <Card title={t('data.onMachine')} help={t('data.onMachineLead')}>
        <div className={classes.fields}>
          <ScrollRegion label={t('data.onMachine')}>
            <pre className={formClasses.code}>{commands}</pre>
          </ScrollRegion>
        </div>
      </Card>
    </SettingsPage>
  );
}
