import { useView } from '../../connection/use-session.ts';
import { telLink } from '../../connection/words.ts';
import { LinkButton, Status } from '../../ui/index.ts';
import styles from './presence-list.module.css';
import { usePresence } from './use-presence.ts';
import { t } from '../../language/index.ts';

export function PresenceList() {
  const view = useView('therapist');
  return (
    <ul className={styles.list} aria-label={t('Who is connected')}>
      {usePresence().map(({ role, name, words, tone, call }) => (
        <li key={role} data-presence={role} data-connected={view.people[role].connected}>
          <span className={styles.name}>{name}</span>
          <Status tone={tone}>{words}</Status>
          {call && (
            <LinkButton href={telLink(call)} icon="phone">
              {t('Call {phone}', { phone: call })}
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  );
}
