import { expect, test } from 'vitest';
import { LEFT as LEFT_BY_PAGE } from '../connection/left.ts';
import { LEFT } from './left.ts';
import { shownFor, unsentFor } from './push-model.ts';
import { languageFrom, sayIn } from './push-words.ts';

const MESSAGE = {
  sessionId: 's_1',
  alertId: 'a_1',
  token: 'token-token',
  drill: false,
  title: 'You are needed now',
  body: 'Please go at once, then open the page.',
};

test('[LA1 PN1] a phone that speaks Spanish is called in Spanish, to the last word', () => {
  const say = sayIn('es');
  expect(shownFor(MESSAGE, say)).toMatchObject({
    title: 'Le necesitan ahora',
    options: {
      body: 'Vaya de inmediato, y después abra la página.',
      actions: [
        { action: 'going', title: 'Voy' },
        { action: 'open', title: 'Abrir' },
      ],
    },
  });
  for (const { title, options } of [shownFor(null, say), unsentFor(MESSAGE, say)]) {
    expect(title).toMatch(/^(Puede|Su) /);
    expect(options.body).toMatch(/^(Abra|Vaya) /);
  }
});

test('[LA1 PN1] words that nobody translated are shown as they came: a call is never empty', () => {
  expect(shownFor({ ...MESSAGE, title: 'New words' }, sayIn('es')).title).toBe('New words');
  expect(shownFor(MESSAGE, sayIn('fr')).title).toBe('You are needed now');
});

test('[LA1] what the person chose counts, else what their device speaks', () => {
  expect(languageFrom('en', ['es-MX'])).toBe('en');
  expect(languageFrom(null, ['es-MX', 'en'])).toBe('es');
  expect(languageFrom(null, [])).toBe('en');
});

test('[LA1] the worker looks where the page leaves it', () => {
  expect(LEFT).toEqual(LEFT_BY_PAGE);
});
