import { useSession } from '../../connection/use-session.ts';
import { nameOr } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import { useLocalMedia } from '../../media/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import styles from './line-call.module.css';
import { useLine } from './line-context.ts';
import { lineModel } from './line-model.ts';

export interface LineCallProps {
  /** On the coloured ground of an alert. */
  onAlert?: boolean;
}

/** Talk by one tap: for therapist and chaperone while an alert or a call is open (LN1). */
export function LineCall({ onAlert = false }: LineCallProps) {
  const view = useSession('view');
  const line = useLine();
  const { microphone, local } = useLocalMedia();
  if (!line.open || (view?.screen !== 'therapist' && view?.screen !== 'chaperone')) return null;
  const role = view.screen;
  const them = role === 'therapist' ? 'chaperone' : 'therapist';
  const { name, words, secrecy, button, share } = lineModel({
    ...line,
    role,
    other: nameOr(view.people[them].name, them),
    client: nameOr(view.people.client.name, 'client'),
    withClient: view.media !== null,
    microphone,
  });
  const { talking } = line;
  return (
    <section
      className={styles.line}
      aria-label={t('The line')}
      data-line={name}
      data-on-alert={onAlert || undefined}
    >
      <p className={styles.words} role="status">
        <Icon name={name === 'rings' ? 'bell' : 'phone'} />
        <span>
          {words}
          {secrecy && <strong className={styles.secrecy}>{secrecy}</strong>}
        </span>
      </p>
      <div className={styles.buttons}>
        <Button
          variant={talking || onAlert ? 'quiet' : 'primary'}
          size={onAlert ? 'client' : 'large'}
          wide
          icon={talking ? 'close' : 'phone'}
          onPress={talking ? line.hangUp : line.talk}
        >
          {button}
        </Button>
        {share && (
          <Button
            wide
            icon={share.shared ? 'mic-off' : 'mic'}
            onPress={() => {
              if (share.shared) local.hold(true);
              else void local.setOn('microphone', true);
            }}
          >
            {share.words}
          </Button>
        )}
      </div>
    </section>
  );
}
