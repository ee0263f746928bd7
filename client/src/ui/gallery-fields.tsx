import { useState } from 'react';
import {
  Card,
  Checkbox,
  CopyField,
  Fields,
  LevelMeter,
  RadioGroup,
  CountSelect,
  Select,
  Steps,
  TextField,
  type Step,
} from './index.ts';

const kinds = [
  { value: 'preparation', label: 'Preparation', description: 'No medicine' },
  { value: 'dosing', label: 'Dosing', description: 'Medicine at the start' },
  { value: 'integration', label: 'Integration', description: 'No medicine' },
] as const;

const way: readonly Step[] = [
  { title: 'Consultation', standing: 'done' },
  { title: 'Preparation', words: '1 of 2 sessions', standing: 'now' },
  { title: 'Dosing', standing: 'ahead' },
];

export function GalleryFields() {
  const [text, setText] = useState('Sam');
  const [near, setNear] = useState(true);
  const [kind, setKind] = useState<(typeof kinds)[number]['value'] | null>(null);
  return (
    <>
      <Card title="Fields">
        <TextField
          label="First name or initials"
          value={text}
          onChange={setText}
          description="As the chaperone knows them."
        />
        <TextField
          label="Phone"
          type="tel"
          value="303"
          onChange={setText}
          error="Write the whole number, with +1."
        />
        <TextField label="Time" type="datetime-local" value="2026-05-04T14:00" onChange={setText} />
        <TextField
          label="Note"
          multiline
          optional
          value=""
          placeholder="A few words"
          onChange={setText}
        />
        <TextField label="Practice" disabled value="Aspen Counseling" onChange={setText} />
        <TextField label="Link" readOnly value="https://sojourn.example" onChange={setText} />
        <TextField
          label="Your name"
          size="large"
          value={text}
          onChange={setText}
          error="The name is missing."
        />
        <Select label="Kind of session" options={kinds} value={kind} onChange={setKind} />
        <CountSelect label="Tablets" most={2} value={1} onChange={() => undefined} />
        <Select label="Microphone" size="large" options={kinds} value="dosing" onChange={setKind} />
        <Select
          label="State"
          options={kinds}
          value={null}
          placeholder="Choose"
          error="Choose a state."
          onChange={setKind}
        />
        <Select label="Camera" disabled options={kinds} value={null} onChange={setKind} />
      </Card>
      <Card title="Answers">
        <Checkbox
          label="The chaperone is in another room"
          description="Near enough to hear a call."
          checked={near}
          onChange={setNear}
        />
        <Checkbox
          label="Something that cannot be ticked"
          checked={false}
          disabled
          onChange={setNear}
        />
        <Checkbox label="A point that is being saved" checked pending onChange={setNear} />
        <Checkbox label="Done, and not to be changed" checked disabled onChange={setNear} />
        <RadioGroup label="Kind of session" options={kinds} value={kind} onChange={setKind} />
        <RadioGroup
          label="One line, with a fault"
          row
          options={kinds.slice(0, 2)}
          value={null}
          error="Choose one."
          onChange={setKind}
        />
        <RadioGroup
          label="Not now"
          disabled
          options={kinds.slice(0, 2)}
          value="dosing"
          onChange={setKind}
        />
        <Fields legend="Blood pressure" description="As read aloud.">
          <TextField label="Systolic" inputMode="numeric" value="122" onChange={setText} />
          <TextField label="Diastolic" inputMode="numeric" value="78" onChange={setText} />
        </Fields>
      </Card>
      <Card title="A way of some steps">
        <Steps label="The way" steps={way} />
        <Steps label="The way, upright" steps={way} upright />
      </Card>
      <Card title="Links and levels">
        <CopyField
          label="Sam’s link"
          value="https://sojourn.example/join#4f0f2b7c9d2e4b7fa1"
          description="Works once, on one device."
        />
        <LevelMeter label="Microphone level" level={0.62} words="We hear you" />
        <LevelMeter label="Microphone level" level={0} words="Nothing yet" />
      </Card>
    </>
  );
}
