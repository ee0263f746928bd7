import { afterEach, expect, test } from 'vitest';
import { firstLanguage, setLanguage } from './choose-language.ts';
import { currentLanguage, locale, m, plural, t, told } from './index.ts';
import { speak } from './language.ts';

const spanish = (texts: Record<string, string>) =>
  speak({ language: 'es', catalogue: new Map(Object.entries(texts)) });

afterEach(() => speak({ language: 'en', catalogue: new Map() }));

test('[LA1] a text is said in the chosen language, with its values, and in English where it is missing', () => {
  expect(t('{name} is coming', { name: 'Sam' })).toBe('Sam is coming');
  spanish({ '{name} is coming': '{name} viene' });
  expect(t('{name} is coming', { name: 'Sam' })).toBe('Sam viene');
  expect(t(m('You are safe'))).toBe('You are safe');
  expect(t('{name} is here', { name: 'Sam' })).toBe('Sam is here');
});

test('[LA1] a number chooses its form', () => {
  spanish({ '{count} minute': '{count} minuto', '{count} minutes': '{count} minutos' });
  const minutes = (count: number) =>
    plural(count, { one: '{count} minute', other: '{count} minutes' });
  expect([0, 1, 2].map(minutes)).toEqual(['0 minutos', '1 minuto', '2 minutos']);
});

test('[LA1] the device’s own choice, then the browser’s first language that we speak, then English', () => {
  expect(firstLanguage('es', ['en-US'])).toBe('es');
  expect(firstLanguage('klingon', ['fr-FR', 'es-MX', 'en'])).toBe('es');
  expect(firstLanguage(null, ['de', 'EN-gb', 'es'])).toBe('en');
  expect(firstLanguage(null, [])).toBe('en');
});

test('[LA1] where nothing can be stored, as in a private window, the choice holds for the visit', async () => {
  await setLanguage('es');
  expect(currentLanguage()).toBe('es');
});

test('[LA1] dates and numbers follow the chosen language', () => {
  expect(locale()).toMatch(/^en/);
  spanish({});
  expect(locale()).toMatch(/^es/);
});

test('[LA2] a sentence that arrives filled in is said anew by its template, and its parts, too', () => {
  spanish({
    '{phase} begins': 'Comienza: {phase}',
    Journey: 'Viaje',
    'Pulse {n} per minute is above {limit}': 'Pulso de {n} por minuto, por encima de {limit}',
    'Taken today: {words}': 'Tomado hoy: {words}',
  });
  expect(told('Journey begins')).toBe('Comienza: Viaje');
  expect(told('Pulse 120 per minute is above 100')).toBe(
    'Pulso de 120 por minuto, por encima de 100',
  );
  expect(told('Journey; Pulse 120 per minute is above 100')).toBe(
    'Viaje; Pulso de 120 por minuto, por encima de 100',
  );
});

test('[LA2] a person’s own words are theirs, and what no template fits stays as it came', () => {
  spanish({ 'Taken today: {words}': 'Tomado hoy: {words}', Journey: 'Viaje', '{a}: {b}': '?' });
  expect(told('Taken today: Journey')).toBe('Tomado hoy: Journey');
  expect(told('Mother said: call me')).toBe('Mother said: call me');
});
