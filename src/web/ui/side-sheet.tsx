import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './side-sheet.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly side: 'left' | 'right';
  readonly size: string;
  /** Content runs to the border. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A drawer over the page. Its head is no `header`: a page has one banner. */
export function SideSheet({ opened, onClose, title, side, size, flush = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer.Root opened={opened} onClose={onClose} position={side} size={size}>
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content className={classes.content}>
        <div className={classes.head}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('common.close')} />
        </div>
        <Drawer.Body {...(flush ? { p: 0 } : {})}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
