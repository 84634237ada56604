import { Button, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { VisibilitySelect } from '../../saved/visibility-select.tsx';
import settingsClasses from '../../settings/settings.module.css';
import { SideSheet } from '../../ui/side-sheet.tsx';

export interface Settings {
  readonly title: string;
  readonly description: string;
  readonly visibility: 'own' | 'workspace' | 'editable';
}

interface Props {
  readonly settings: Settings;
  readonly mayManage: boolean;
  readonly onChange: (settings: Settings) => void;
}

/** What a dashboard is called and who sees it. */
export function BoardSettings({ settings, mayManage, onChange }: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const { title, description, visibility } = settings;
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconSettings size={14} aria-hidden />} onClick={open}>
        {t('dashboard.settings')}
      </Button>
      <SideSheet opened={opened} onClose={close} side="right" size="min(460px, 100vw)" title={t('dashboard.settings')}>
        <form
          className={settingsClasses.sheet}
          onSubmit={(event) => {
            event.preventDefault();
            close();
          }}
        >
          <TextInput
            label={t('saved.title')}
            value={title}
            maxLength={200}
            data-autofocus
            error={title.trim() === '' ? t('saved.titleMissing') : null}
            onChange={(event) => onChange({ ...settings, title: event.currentTarget.value })}
          />
          <Textarea
            label={t('saved.description')}
            value={description}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => onChange({ ...settings, description: event.currentTarget.value })}
          />
          <VisibilitySelect
            editable
            value={visibility}
            disabled={!mayManage}
            onChange={(value) => onChange({ ...settings, visibility: value })}
          />
          <div>
            <Button type="submit" size="xs">
              {t('dashboard.apply')}
            </Button>
          </div>
        </form>
      </SideSheet>
    </>
  );
}
