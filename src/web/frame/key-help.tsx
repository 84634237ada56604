import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './key-help.module.css';
import { usePlaces } from './use-places.ts';

export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const places = usePlaces();
  const rows = [
    { keys: ['⌘ K', 'Ctrl K', '/'], text: t('common.keySearch') },
    ...places.map(({ key, name }) => ({ keys: [`g ${key}`], text: t(`common.${name}`) })),
    { keys: ['['], text: t('common.keyRail') },
    { keys: ['?'], text: t('common.keyHelp') },
  ];
  return (
    <Modal.Root opened onClose={onClose} centered>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{t('common.keys')}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body>
          <dl className={classes.keys}>
            {rows.map(({ keys, text }) => (
              <div key={text}>
                <dt>{text}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
