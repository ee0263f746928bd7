import type { CareView } from '@sojourn/shared/care/view';
import type { RecordReply } from '@sojourn/shared/http/record-api';
import type { Locator, Page } from '@playwright/test';
import { card } from '../personas/care.ts';
import { dayInput, fill, press, tick } from '../personas/controls.ts';
import { openSection } from '../personas/papers.ts';
import { expect, test } from '../personas/personas.ts';
import { vitalsDialog } from '../personas/watch.ts';

/* What cannot be right is said at its field, stays as it was typed, and is stored nowhere (CM3). */

async function expectFault(
  scope: Page | Locator,
  label: string,
  typed: string,
  words: RegExp,
): Promise<void> {
  const field = scope.getByLabel(label, { exact: true });
  await expect(field).toHaveAccessibleDescription(words);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue(typed);
}

/** What stands in the session's record, by the types of its events. */
async function recorded(page: Page, sessionId: string): Promise<string[]> {
  const reply = await page.request.get(
    new URL(`/api/sessions/${sessionId}/record`, page.url()).href,
  );
  const { record } = (await reply.json()) as RecordReply;
  return record.events.map(({ event }) => event.type);
}

test('[CM3 VT1 PA1] in the session: impossible vitals, a note of 20,000 letters, a signature of spaces, a phone that is none', async ({
  cast,
}) => {
  const { therapist, client, chaperone, sessionId } = cast;
  const { page } = therapist;
  await press(page, 'Record vitals');
  const dialog = vitalsDialog(page);
  await fill(dialog, {
    'Systolic, mmHg': '999',
    'Diastolic, mmHg': 'eighty',
    'Heart rate, per minute': '7',
    'SpO2, % (optional)': '140',
  });
  await press(dialog, 'Record');
  await expectFault(dialog, 'Systolic, mmHg', '999', /cannot be right: it must be 50 to 280/);
  await expectFault(dialog, 'Diastolic, mmHg', 'eighty', /whole number in digits/);
  await expectFault(dialog, 'Heart rate, per minute', '7', /cannot be right/);
  await expectFault(dialog, 'SpO2, % (optional)', '140', /cannot be right/);
  await fill(dialog, {
    'Systolic, mmHg': '80',
    'Diastolic, mmHg': '120',
    'Heart rate, per minute': '72',
    'SpO2, % (optional)': '98',
    'Minutes ago': '2000',
  });
  await press(dialog, 'Record');
  await expectFault(dialog, 'Diastolic, mmHg', '120', /Are the two exchanged\?/);
  await fill(dialog, { 'Systolic, mmHg': '120', 'Diastolic, mmHg': '80' });
  await press(dialog, 'Record');
  await expectFault(dialog, 'Minutes ago', '2000', /more than a day ago/);
  await press(dialog, 'Not now');

  const long = 'long '.repeat(4_000).trimEnd() + '!';
  await page.getByLabel('Note', { exact: true }).fill(long);
  await press(page, 'Add the note');
  await expectFault(page, 'Note', long, /too long: at most 2,000 characters/);

  await openSection(client.page, 'Three texts to read and sign');
  const text = await openSection(client.page, 'Meeting by video');
  await fill(text, { 'Your full name, as your signature': '   ' });
  await press(text, 'I agree, and sign');
  await expectFault(text, 'Your full name, as your signature', '   ', /Your name is missing/);

  await fill(card(chaperone.page, 'Do you agree to this?'), {
    'The number of this phone': 'ask me',
  });
  await press(chaperone.page, 'I agree to do this');
  await expectFault(chaperone.page, 'The number of this phone', 'ask me', /not a phone number/);

  const types = await recorded(page, sessionId);
  expect(types).toContain('session.created');
  expect(types.filter((type) => /^(vitals|note|consent|chaperone)\./.test(type))).toEqual([]);
});

test('[CM3 EC1 OR1 OR2] on the client’s page: 911, a birth date to come, a phone that is none; limits missing, two orders at once', async ({
  cast: { therapist, clientId },
  product,
}) => {
  const { page } = therapist;
  await page.goto(`${product.url}/clients/${clientId}`);
  const address = page.url().replace('/clients/', '/api/clients/');
  const stored = async () => (await (await page.request.get(address)).json()) as CareView;
  const before = await stored();

  await press(page, 'Edit the client record');
  const record = page.getByRole('dialog', { name: 'Client record' });
  const born = dayInput(1);
  await fill(record, { 'Date of birth': born, 'Local dispatch line': '9 1 1' });
  await fill(record.getByRole('group', { name: 'The client' }), { Phone: 'none' });
  await press(record, 'Save');
  await expectFault(record, 'Date of birth', born, /cannot be right/);
  await expectFault(record, 'Local dispatch line', '9 1 1', /911 reaches the dispatcher where/);
  await expectFault(record.getByRole('group', { name: 'The client' }), 'Phone', 'none', /not a/);
  await press(record, 'Close');
  await press(record, 'Discard it');

  await press(page, 'New order');
  const order = page.getByRole('dialog', { name: 'New order' });
  await fill(order, {
    'Strength of one, mg': '100',
    'How many at a dose': '2',
    'Minutes in the mouth': '12',
    'Systolic to, mmHg': '',
    'Diastolic from, mmHg': '',
    'Heart rate to, a minute': 'fast',
    'Last day': dayInput(30),
  });
  await tick(order, 'radio', 'Spit');
  await press(order, 'Save the order');
  await expectFault(order, 'Systolic to, mmHg', '', /highest systolic pressure is missing/);
  await expectFault(order, 'Diastolic from, mmHg', '', /lowest diastolic pressure is missing/);
  await expectFault(order, 'Heart rate to, a minute', 'fast', /whole number/);
  await fill(order, {
    'Systolic to, mmHg': '140',
    'Diastolic from, mmHg': '50',
    'Heart rate to, a minute': '100',
  });
  await press(order, 'Save the order');
  await expectFault(order, 'From', dayInput(0), /Another order is in force in these days/);
  await expect(order.getByLabel('Strength of one, mg')).toHaveValue('100');
  expect(await stored()).toEqual(before);
});
