import { useState } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { t, told } from '../../language/index.ts';
import { Button, Card, MetMark, Notice, Row, Status } from '../../ui/index.ts';
import styles from './checklist.module.css';
import { checklistModel, type ChecklistModel } from './checklist-model.ts';

/** What is still missing for the next step, and whose turn it is. It fills by itself (GD2). */
export function Checklist() {
  const view = useView('therapist');
  const now = useServerNow();
  const [shown, setShown] = useState(false);
  const { press, sending, refused } = usePress();
  const model = checklistModel(view, now);
  if (model === null) return null;
  const { title, items, open } = model;
  const done = items.filter(({ met }) => met);
  return (
    <Card
      title={title}
      actions={
        <Status tone={open === 0 ? 'ok' : 'waiting'} live>
          {open === 0 ? t('Everything is there') : t('{count} missing', { count: open })}
        </Status>
      }
    >
      {open > 0 && (
        <ul className={styles.list} role="list" aria-label={t('Missing')}>
          {items
            .filter(({ met }) => !met)
            .map(({ guard, words, turn, actions }) => (
              <li key={guard} className={styles.item} data-guard={guard} data-met="false">
                <MetMark met={false} />
                <span className={styles.words}>
                  {words}
                  {actions.length > 0 && (
                    <Row gap={2}>
                      {actions.map(({ label, command }) => (
                        <Button key={label} pending={sending} onPress={() => void press(command)}>
                          {label}
                        </Button>
                      ))}
                    </Row>
                  )}
                </span>
                <span className={styles.turn}>
                  <span className="visually-hidden">{t('Turn:')} </span>
                  {turn}
                </span>
              </li>
            ))}
        </ul>
      )}
      {refused && (
        <Notice tone="lost" live="alert">
          {told(refused.message)}
        </Notice>
      )}
      {done.length > 0 && (
        <>
          {shown && <Done items={done} />}
          <div className={styles.more}>
            <Button variant="plain" onPress={() => setShown(!shown)}>
              {shown
                ? t('Hide what is met')
                : t('Show what is met ({count})', { count: done.length })}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

const Done = ({ items }: { items: ChecklistModel['items'] }) => (
  <ul className={styles.list} role="list" aria-label={t('Met')}>
    {items.map(({ guard, words }) => (
      <li key={guard} className={styles.item} data-guard={guard} data-met="true">
        <MetMark met />
        <span className={styles.words}>{words}</span>
      </li>
    ))}
  </ul>
);
