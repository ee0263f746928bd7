import type { ReactNode } from 'react';
import type { TakeHome } from '@sojourn/shared/session/prompt-view';
import { useSession } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { Button, Card, Stack } from '../../ui/index.ts';
import { faceOf } from './face-model.ts';
import styles from './take-home.module.css';

/** In release and after it: a page of what helped, on screen and to print (GR10). Asks nothing. */
export function TakeHomePage() {
  const view = useSession('view');
  const page = view?.screen === 'client' ? view.takeHome : null;
  if (!page || isEmpty(page)) return null;
  return (
    <div className={styles.page}>
      <Card title={t('To take home')}>
        <Stack gap={5}>
          {page.phrase !== null && (
            <Part title={t('Your own words')}>
              <p className={styles.own}>{page.phrase}</p>
            </Part>
          )}
          {page.helped.length > 0 && (
            <Part title={t('What helped you today')}>
              <ul className={styles.helped}>
                {page.helped.map((helped) => {
                  const face = faceOf(helped, NOT_NOW);
                  if (!face) return null;
                  return (
                    <li key={`${helped.promptId} ${face.lines[0]}`}>
                      <span className={styles.title}>{face.title}</span>
                      {face.lines.map((line) => (
                        <span key={line} dir="auto">
                          {line}
                        </span>
                      ))}
                    </li>
                  );
                })}
              </ul>
            </Part>
          )}
          {page.intention !== null && (
            <Part title={t('Your intention')}>
              <p className={styles.own}>{page.intention}</p>
            </Part>
          )}
          {page.followUp !== null && (
            <Part title={t('From your practice')}>
              <p className={styles.own}>{page.followUp}</p>
            </Part>
          )}
          <div className={styles.print}>
            <Button size="client" icon="copy" onPress={() => window.print()}>
              {t('Print or save this page')}
            </Button>
          </div>
        </Stack>
      </Card>
    </div>
  );
}

/** At home, later, no medicine was just taken and nobody is next door: the orientation says no more. */
const NOT_NOW = { t0: null, place: null, chaperone: null };

const isEmpty = ({ helped, phrase, intention, followUp }: TakeHome): boolean =>
  helped.length === 0 && phrase === null && intention === null && followUp === null;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </div>
  );
}
