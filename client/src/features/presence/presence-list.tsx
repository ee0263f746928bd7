import { useLocalNow } from '../../connection/use-clock.ts';
import { useSession, useView } from '../../connection/use-session.ts';
import { telLink } from '../../connection/words.ts';
import { LinkButton, Status } from '../../ui/index.ts';
import styles from './presence-list.module.css';
import { presenceLines } from './presence-model.ts';
import { t } from '../../language/index.ts';

export function PresenceList() {
  const view = useView('therapist');
  const now = useLocalNow();
  const facts = {
    link: useSession('link'),
    linkSince: useSession('linkSince'),
    signals: useSession('signals'),
    clockOffset: useSession('clockOffset'),
  };
  return (
    <ul className={styles.list} aria-label={t('Who is connected')}>
      {presenceLines(view, facts, now).map(({ role, name, words, tone, call }) => (
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
