import { Link } from 'react-aria-components';
import styles from './nav.module.css';

export interface NavLink {
  href: string;
  words: string;
  current: boolean;
}

export interface NavProps {
  /** Which navigation this is: "Main". */
  label: string;
  links: readonly NavLink[];
}

/** The few places of the app, in its header. */
export function Nav({ label, links }: NavProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.links}>
        {links.map(({ href, words, current }) => (
          <li key={href}>
            <Link
              href={href}
              className={styles.link ?? ''}
              {...(current && { 'aria-current': 'page' as const })}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
