import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Card, Notice, Row, Stack, Status } from '../../ui/index.ts';
import { canOffer, offerLine, offersOf, promptGroups } from './grounding-model.ts';
import styles from './grounding.module.css';

/** How many past offers the therapist still sees. */
const PAST_SHOWN = 4;

/** The therapist's side: what is on the client's screen, and the library to offer from. */
export function GroundingPanel() {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, refused } = usePress();
  const { current, past } = offersOf(view);
  const client = view.people.client.name;
  const line = current && offerLine(current, client, now);
  const allowed = canOffer(view);
  return (
    <Card title="Grounding">
      <Stack gap={4}>
        {line ? (
          <div className={styles.current} aria-live="polite">
            <span className={styles.title}>{line.title}</span>
            <span>{line.line}</span>
            <Row justify="between">
              <Status tone={line.tone}>{line.words}</Status>
              <Button
                variant="plain"
                onPress={() => void press({ type: 'prompt.withdraw', offerId: line.offerId })}
              >
                Take it back
              </Button>
            </Row>
          </div>
        ) : (
          <p className={styles.line}>
            {allowed
              ? 'Nothing on the client’s screen. Silence is good, too.'
              : 'Prompts can be offered while the client is in the room.'}
          </p>
        )}
        {refused && <Notice tone="lost">{refused.message}</Notice>}
        {past.length > 0 && (
          <ul className={styles.past} aria-label="Earlier prompts">
            {past.slice(0, PAST_SHOWN).map((offer) => {
              const { offerId, title, words } = offerLine(offer, client, now);
              return <li key={offerId}>{`${title} · ${words}`}</li>;
            })}
          </ul>
        )}
        {/* It scrolls: the keyboard must reach it also while every Offer is disabled. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.library} role="group" aria-label="Library" tabIndex={0}>
          <div className={styles.groups}>
            {promptGroups(view.phase).map((group) => (
              <section key={group.use} className={styles.group} aria-label={group.title}>
                <h3>{group.title}</h3>
                <ul className={styles.prompts}>
                  {group.prompts.map(({ prompt, fits }) => (
                    <li
                      key={prompt.promptId}
                      className={styles.prompt}
                      data-fits={fits || undefined}
                    >
                      <span>
                        <span className={styles.title}>{prompt.title}</span>
                        <br />
                        <span className={styles.line}>{prompt.line}</span>
                      </span>
                      <Button
                        label={`Offer ${prompt.title}`}
                        disabled={!allowed}
                        onPress={() =>
                          void press({ type: 'prompt.offer', promptId: prompt.promptId })
                        }
                      >
                        Offer
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </div>
      </Stack>
    </Card>
  );
}
