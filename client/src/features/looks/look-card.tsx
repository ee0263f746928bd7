import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { nameOr } from '../../connection/words.ts';
import { Button, Card, Notice, Stack, Status } from '../../ui/index.ts';
import styles from './look-card.module.css';
import { lookModel } from './looks-model.ts';
import { t } from '../../language/index.ts';

/** The chaperone's part while the client journeys: look in, say what was seen, ask to be called. */
export function LookCard() {
  const view = useView('chaperone');
  const model = lookModel(view, useServerNow());
  const look = usePress();
  const call = usePress();
  if (!model) return null;
  const { title, words, tone, due, worried, called } = model;
  const therapist = nameOr(view.people.therapist.name, 'therapist');
  const report = (finding: 'ok' | 'concern') => void look.press({ type: 'check.report', finding });
  const refused = look.refused ?? call.refused;
  return (
    <Card title={title} tone={due ? tone : undefined} data-look={due ? tone : 'waiting'}>
      <p>{words}</p>
      <Stack gap={3}>
        <Button
          variant={due ? 'primary' : 'quiet'}
          size="large"
          wide
          icon="check"
          pending={look.sending}
          onPress={() => report('ok')}
        >
          {t('I looked: all is well')}
        </Button>
        <div className={styles.pair}>
          <Button size="large" wide pending={look.sending} onPress={() => report('concern')}>
            {t('Something worries me')}
          </Button>
          <Button
            size="large"
            wide
            icon="phone"
            pending={call.sending}
            onPress={() => void call.press({ type: 'call.ask' })}
          >
            {t('Please call me')}
          </Button>
        </div>
      </Stack>
      {worried && (
        <Status tone="medium">
          {t('{therapist} knows that something worries you', { therapist })}
        </Status>
      )}
      {called && (
        <Status tone="low">{t('{therapist} knows that you want a call', { therapist })}</Status>
      )}
      {refused && (
        <Notice tone="lost" live="alert">
          {refused.message}
        </Notice>
      )}
    </Card>
  );
}
