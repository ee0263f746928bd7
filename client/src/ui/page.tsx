import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './page.module.css';
import { Wordmark } from './wordmark.tsx';
import { t } from '../language/index.ts';

export interface PageProps {
  children: ReactNode;
  /** The page's h1. Leave out when the content brings its own. */
  title?: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** In the header: the places of the app. */
  nav?: ReactNode;
  /** At the end of the header: who is signed in, the link's state. */
  aside?: ReactNode;
  /** Under the content: the emergency line, the practice's phone. */
  footer?: ReactNode;
  /** narrow 34rem: forms, lobby · wide 76rem: lists · full: a workspace with no outer width. */
  width?: 'narrow' | 'wide' | 'full';
  /** bare: no header at all, for the client after the dose. */
  bare?: boolean;
}

/** The frame of every screen: banner, main, and a way past the banner for the keyboard. */
export function Page({
  children,
  title,
  lead,
  nav,
  aside,
  footer,
  width = 'wide',
  bare = false,
}: PageProps) {
  return (
    <div className={classNames(styles.page, styles[width])}>
      {!bare && (
        <>
          <a className={styles.skip} href="#main">
            {t('Skip to the content')}
          </a>
          <header className={styles.header}>
            <Wordmark compact={width === 'full'} />
            {nav && <div className={styles.nav}>{nav}</div>}
            {aside && <div className={styles.aside}>{aside}</div>}
          </header>
        </>
      )}
      <main id="main" className={styles.main} tabIndex={-1}>
        {title && (
          <div className={styles.heading}>
            <h1>{title}</h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
        )}
        {children}
      </main>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  );
}
