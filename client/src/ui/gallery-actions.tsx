import { useState } from 'react';
import { GalleryDialogs } from './gallery-dialogs.tsx';
import styles from './gallery.module.css';
import {
  Button,
  Card,
  Choice,
  LinkButton,
  MenuButton,
  PopoverButton,
  Row,
  Stack,
  TextField,
  ToggleButton,
  type ButtonSize,
  type ButtonVariant,
  type Tone,
} from './index.ts';

function AlertChaperone() {
  const [reason, setReason] = useState('');
  return (
    <PopoverButton words="Alert chaperone" dialogLabel="Alert chaperone" icon="bell">
      {(close) => (
        <>
          <Choice
            label="Please come"
            description="Bathroom, nausea, a hand with the screen"
            icon="hand"
            tone="medium"
            onPress={close}
          />
          <Choice
            label="Go now"
            description="A fall, breathing, no answer"
            icon="alert"
            tone="high"
            onPress={close}
          />
          <TextField label="Reason" optional value={reason} onChange={setReason} />
        </>
      )}
    </PopoverButton>
  );
}

const variants: readonly ButtonVariant[] = [
  'primary',
  'quiet',
  'plain',
  'danger',
  'caution',
  'help',
];
const sizes: readonly ButtonSize[] = ['medium', 'large', 'client'];
const tones: readonly Tone[] = ['accent', 'ok', 'waiting', 'lost', 'high', 'medium', 'low'];

export function GalleryActions() {
  const [mic, setMic] = useState(true);
  const [camera, setCamera] = useState(false);
  return (
    <>
      <Card title="Buttons">
        <Row>
          <Button variant="primary">Join session</Button>
          <Button>Copy</Button>
          <Button variant="plain">Not now</Button>
          <Button variant="danger" icon="alert">
            Go now
          </Button>
          <Button variant="caution" icon="hand">
            Please come
          </Button>
        </Row>
        <Row>
          <Button variant="primary" pending>
            Move to onset
          </Button>
          <Button pending>Saving</Button>
          <Button variant="danger" pending>
            Sending
          </Button>
          <Button disabled>Disabled</Button>
          <Button disabledReason="The chaperone is not connected">Start dose</Button>
        </Row>
        <Row>
          <LinkButton href="tel:+13035550100" icon="phone">
            Call +1 303 555 0100
          </LinkButton>
          <Button variant="primary" icon="check" size="large">
            I’m going
          </Button>
        </Row>
        <Button size="client" variant="primary" wide>
          I’m ready
        </Button>
      </Card>
      <Card title="Each look, in each size and state">
        {variants.map((variant) => (
          <Row key={variant}>
            {sizes.map((size) => (
              <Button key={size} variant={variant} size={size}>
                {size}
              </Button>
            ))}
            <Button variant={variant} icon="bell">
              {variant}
            </Button>
            <Button variant={variant} pending>
              pending
            </Button>
            <Button variant={variant} disabled>
              disabled
            </Button>
            <LinkButton variant={variant} href="#main">
              a link
            </LinkButton>
          </Row>
        ))}
      </Card>
      <Card title="Choices of two lines">
        {tones.map((tone) => (
          <Choice
            key={tone}
            label={tone}
            description="What it means"
            icon="bell"
            tone={tone}
            onPress={() => {}}
          />
        ))}
        <Choice
          label="Not now"
          description="Cannot be chosen"
          icon="close"
          disabled
          onPress={() => {}}
        />
      </Card>
      <Card title="Toggles, menus, dialogs">
        <Row>
          <ToggleButton
            label="Microphone"
            on={mic}
            onChange={setMic}
            iconOn="mic"
            iconOff="mic-off"
          />
          <ToggleButton
            label="Camera"
            on={camera}
            onChange={setCamera}
            iconOn="camera"
            iconOff="camera-off"
          />
          <ToggleButton
            label="Camera"
            pending
            on
            onChange={setCamera}
            iconOn="camera"
            iconOff="camera-off"
          />
          <ToggleButton
            label="Camera"
            disabled
            on={false}
            onChange={setCamera}
            iconOn="camera"
            iconOff="camera-off"
          />
        </Row>
        <Row>
          <AlertChaperone />
          <MenuButton
            words="More"
            actions={[
              { id: 'link', label: 'New link for Sam', icon: 'link' },
              {
                id: 'end',
                label: 'Stop the session',
                description: 'Before the dose only',
                icon: 'close',
                disabled: true,
              },
            ]}
            onAction={() => {}}
          />
        </Row>
        <GalleryDialogs />
      </Card>
      <Card title="Help, as the client has it" look="flat">
        <div className={styles.zone}>
          <Button size="zone" variant="help" icon="hand">
            Help
          </Button>
        </div>
        <Stack gap={2}>
          <p className={styles.calm}>Feel the blanket under your hands.</p>
          <Row>
            <Button size="client">Slower</Button>
            <Button size="client">Keep this</Button>
          </Row>
        </Stack>
      </Card>
    </>
  );
}
