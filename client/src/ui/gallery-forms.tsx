import { useState } from 'react';
import {
  Button,
  Card,
  Disclosure,
  Facts,
  Form,
  FormDialog,
  Nav,
  TextField,
  TextLink,
} from './index.ts';

const places = ['Sessions', 'Clients', 'Practice'];

export function GalleryForms() {
  const [text, setText] = useState('');
  const [refusals, setRefusals] = useState(1);
  const [open, setOpen] = useState(false);
  const refuse = () => setRefusals(refusals + 1);
  const error = refusals > 1 && text === '' ? 'The reason is missing.' : undefined;
  const field = <TextField label="Reason" value={text} onChange={setText} error={error} />;
  return (
    <>
      <Card title="Places">
        <Nav
          label="Places"
          links={places.map((words) => ({
            href: `#${words}`,
            words,
            current: words === 'Clients',
          }))}
        />
      </Card>
      <Card
        title="Facts"
        actions={
          <Button variant="plain" flush="end">
            Edit
          </Button>
        }
      >
        <Facts
          facts={[
            { term: 'Phone', value: <TextLink href="tel:+13035550111">+1 303 555 0111</TextLink> },
            { term: 'Chaperone', value: null },
            { term: 'Home', value: '12 Juniper Lane, Denver\nBlue door, code 4711', wide: true },
          ]}
        />
        <Disclosure words="Earlier versions (1)">
          <p>Version 1, replaced on November 24.</p>
        </Disclosure>
      </Card>
      <Card title="Form" actions={<Button onPress={() => setOpen(true)}>In a dialog</Button>}>
        <Form
          onSubmit={refuse}
          refusals={refusals - 1}
          fault="The server does not answer. Check your connection and try again."
          actions={
            <Button variant="primary" type="submit">
              Save
            </Button>
          }
        >
          {field}
        </Form>
      </Card>
      {open && (
        <FormDialog
          title="Stop the course of care"
          submitWords="Stop the course"
          onClose={() => setOpen(false)}
          onSubmit={refuse}
          refusals={refusals - 1}
          sending={false}
          dirty={text !== ''}
          blocked={text === '' ? 'One point is still open.' : undefined}
        >
          {field}
        </FormDialog>
      )}
    </>
  );
}
