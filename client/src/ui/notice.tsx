import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { DataAttributes } from './data-attributes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';
import type { Tone } from './tone.ts';
import toneStyles from './tone.module.css';

const icons: Record<Tone, IconName> = {
  accent: 'info',
  ok: 'check',
  waiting: 'clock',
  lost: 'unlink',
  high: 'alert',
  medium: 'alert',
  low: 'info',
};

export interface NoticeProps extends DataAttributes {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links that help with it. */
  actions?: ReactNode;
  icon?: IconName | undefined;
  /** `status` waits for a pause, `alert` interrupts, `off` is not announced. */
  live?: 'status' | 'alert' | 'off';
}

/** A message in its place on the page. Nothing floats, nothing vanishes by itself. */
export function Notice({
  tone = 'accent',
  title,
  children,
  actions,
  icon,
  live = 'status',
  ...data
}: NoticeProps) {
  return (
    <div
      {...data}
      className={classNames(toneStyles.tone, styles.notice)}
      data-tone={tone}
      role={live === 'off' ? undefined : live}
    >
      <Icon name={icon ?? icons[tone]} className={styles.icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
