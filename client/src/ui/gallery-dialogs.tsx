import { useState } from 'react';
import { AlertDialog, Button, Dialog, Row } from './index.ts';

type Open = 'none' | 'dialog' | 'wide' | 'full' | 'confirm';

export function GalleryDialogs() {
  const [open, setOpen] = useState<Open>('none');
  const [alert, setAlert] = useState<'high' | 'medium' | 'accent' | null>(null);
  const close = () => setOpen('none');
  const answer = () => setAlert(null);
  return (
    <Row>
      <Button onPress={() => setOpen('dialog')}>Dialog</Button>
      <Button onPress={() => setOpen('wide')}>Wide dialog</Button>
      <Button onPress={() => setOpen('full')}>Full dialog</Button>
      <Button onPress={() => setOpen('confirm')}>Confirm</Button>
      <Button onPress={() => setAlert('high')}>Chaperone high</Button>
      <Button onPress={() => setAlert('medium')}>Chaperone medium</Button>
      <Button onPress={() => setAlert('accent')}>Chaperone drill</Button>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="New session"
        actions={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button variant="primary" onPress={close}>
              Create session
            </Button>
          </>
        }
      >
        <p>The client and the chaperone each get a link of their own.</p>
      </Dialog>
      {(open === 'wide' || open === 'full') && (
        <Dialog open onClose={close} title={`A ${open} dialog`} size={open}>
          <p>What must be at hand now.</p>
        </Dialog>
      )}
      <AlertDialog
        open={open === 'confirm'}
        label="Stop the session"
        title="Stop the session?"
        icon="leaf"
        actions={
          <>
            <Button variant="primary" onPress={close}>
              Stop the session
            </Button>
            <Button onPress={close}>Go on</Button>
          </>
        }
      >
        <p>Stopping before the dose is a good outcome. Everyone sees why.</p>
      </AlertDialog>
      <AlertDialog
        open={alert !== null}
        label="Chaperone alert"
        tone={alert ?? 'medium'}
        icon={alert === 'high' ? 'alert' : 'hand'}
        title={alert === 'high' ? 'Go to Sam now' : 'Please come to Sam'}
        fullScreen
        actions={
          <>
            <Button size="client" wide icon="check" onPress={answer}>
              I’m going
            </Button>
            <Button size="client" wide icon="heart" onPress={answer}>
              I’m with them
            </Button>
          </>
        }
      >
        <p>
          {alert === 'high'
            ? 'Sam pressed Help. Take your phone with you.'
            : 'Sam needs the bathroom. Walk beside them.'}
        </p>
      </AlertDialog>
    </Row>
  );
}
