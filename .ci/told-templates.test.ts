import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ConsentDocument, consentText } from '../shared/src/session/consent.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filled, speak } from '../client/src/language/language.ts';
import { told } from '../client/src/language/told.ts';
import { sourceTexts } from './messages/source-texts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (pattern: string) =>
  globSync(pattern, { cwd: root, exclude: ['**/*.test.ts', '**/test-*'] }).map(
    (file) => [file, readFileSync(`${root}/${file}`, 'utf8')] as const,
  );
const spanish = new Map(
  read('client/src/language/es/*.json').flatMap(([, text]) =>
    Object.entries(JSON.parse(text) as Record<string, string>),
  ),
);
const templates = [
  ...new Set(
    read('{shared,server}/src/**/*.ts').flatMap(([file, text]) => sourceTexts(file, text).keys),
  ),
].filter((key) => spanish.has(key));

/** As different as names and figures are, and no word of any catalogue. */
const valuesFor = (template: string): Record<string, string> =>
  Object.fromEntries(
    [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ''], at) => [
      name,
      `${['Ximénez', '128', 'Zoë Q.'][at % 3]}${at}`,
    ]),
  );

beforeAll(() => speak({ language: 'es', catalogue: spanish }));
afterAll(() => speak({ language: 'en', catalogue: new Map() }));

test('[LA2] whatever the rules and the server say, filled in, is said in Spanish by its own template', () => {
  expect(templates.length).toBeGreaterThan(300);
  const wrong = templates.flatMap((template) => {
    const values = valuesFor(template);
    const said = told(filled(template, values));
    const meant = filled(spanish.get(template) ?? '', values);
    return said === meant ? [] : [{ template, said, meant }];
  });
  expect(wrong).toEqual([]);
});

test('[LA2] a refusal of several sentences, and a sentence within a sentence, come through whole', () => {
  expect(told('Journey still needs: The hold has ended. No alert is open.')).toBe(
    'Todavía falta para “Viaje”: La retención terminó. No hay alertas abiertas.',
  );
  expect(told('Phone call to the chaperone')).toBe('Llamada telefónica al acompañante');
  expect(told('The lowest systolic pressure must be 50 to 250.')).toBe(
    'El mínimo de presión sistólica: debe estar entre 50 y 250.',
  );
});

test('[PA1] a changed Spanish word of a consent is a new version of it, as an English one is', () => {
  const signedTo = ConsentDocument.options.map((document) => {
    const { version, title, paragraphs } = consentText(document);
    const said = [title, ...paragraphs].map((text) => spanish.get(text));
    expect(said).not.toContain(undefined);
    const hash = createHash('sha256').update(said.join('\n')).digest('hex');
    return `${document} ${version} ${hash.slice(0, 12)}`;
  });
  // A line that differs: raise the version of that text in shared/src/session/consent.ts, then write it here.
  expect(signedTo).toEqual([
    'kap 2026-11-28 2ed4130e1df6',
    'telehealth 2026-11-28 2793c9ff8191',
    'chaperone_release 2026-11-28 64479ed12663',
  ]);
});
