import styles from './gallery.module.css';
import { iconPaths } from './icon-paths.ts';
import {
  Button,
  Card,
  Figure,
  Icon,
  MetMark,
  Notice,
  Row,
  Spinner,
  Status,
  Wordmark,
  type IconName,
  type Tone,
} from './index.ts';

const states: [Tone, string][] = [
  ['ok', 'Connected'],
  ['waiting', 'Waiting to join'],
  ['lost', 'Phone not connected'],
  ['high', 'Go now: not seen'],
  ['medium', 'Please come: Kim is going'],
  ['low', 'A look is due'],
  ['accent', 'Journey'],
];
const surfaces = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'accent-soft',
  'ok-soft',
  'lost-soft',
];
const names = Object.keys(iconPaths) as IconName[];

export function GalleryWords() {
  return (
    <>
      <Card
        title="Status"
        actions={
          <Status tone="ok" bare>
            Live
          </Status>
        }
      >
        <Row gap={2}>
          {states.map(([tone, words]) => (
            <Status key={tone} tone={tone}>
              {words}
            </Status>
          ))}
        </Row>
        <Row gap={6}>
          <Figure label="since the dose" value="34 min" size="large" />
          <Figure label="in this phase" value="12 min" />
        </Row>
        <Row>
          <MetMark met={false} /> <span>A point that is open</span>
          <MetMark met /> <span>A point that is met</span>
        </Row>
        <Row>
          <Spinner /> <span>Joining the room</span>
        </Row>
      </Card>
      <Card title="Notices">
        {states.map(([tone, words]) => (
          <Notice
            key={tone}
            tone={tone}
            live="off"
            title={words}
            actions={tone === 'lost' && <Button icon="phone">Call Kim</Button>}
          >
            {tone === 'accent' ? undefined : 'One line says what happens next.'}
          </Notice>
        ))}
      </Card>
      {states.map(([tone, words]) => (
        <Card key={tone} title={`Tinted: ${tone}`} tone={tone} headingLevel={3}>
          <p>{words}</p>
        </Card>
      ))}
      <Card title="Flat" look="flat">
        <p>No frame: phones, and the client.</p>
      </Card>
      <Card title="A name of sixty letters without a space: Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren">
        <p>It breaks, and pushes nothing apart.</p>
        <Status tone="ok">Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren is going</Status>
        <Button>Call Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren</Button>
      </Card>
      <Card title="Surfaces, icons, mark" look="sunken">
        <div className={styles.swatches}>
          {surfaces.map((name) => (
            <span key={name} className={styles.swatch} style={{ background: `var(--${name})` }}>
              {name}
            </span>
          ))}
        </div>
        <div className={styles.icons}>
          {names.map((name) => (
            <Icon key={name} name={name} label={name} />
          ))}
        </div>
        <Row>
          <Wordmark /> <Wordmark compact />
        </Row>
      </Card>
    </>
  );
}
