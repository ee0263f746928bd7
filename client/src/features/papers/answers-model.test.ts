import { Command } from '@sojourn/shared/session/command';
import { ChecklistItem } from '@sojourn/shared/session/papers';
import { expect, test } from 'vitest';
import { fastingCommand, hoursFault, hoursOf, isShortFast } from './body-model.ts';
import { CHECKLIST_WORDS } from './checklist-words.ts';
import { boosterChoice, boosterCommand } from './own-words-model.ts';

test('[PA5 CM3] hours are read as people write them, rounded to the careful side', () => {
  expect(['5', ' 5 ', '5.5', '5,9'].map(hoursOf)).toEqual([5, 5, 5, 5]);
  expect(hoursFault('5.5')).toBeNull();
  expect(hoursFault('five')).toMatch(/digits/);
  expect(Command.safeParse(fastingCommand('five')).success).toBe(false);
  expect(Command.safeParse(fastingCommand('')).success).toBe(false);
});

test('under four hours is something to talk about', () => {
  expect([0, 3, 4, 6].map(isShortFast)).toEqual([true, true, false, false]);
});

test('[DO6] “not sure” never says yes to a second dose, and takes an earlier yes back', () => {
  expect(boosterCommand('unsure', null)).toBeNull();
  expect(boosterCommand('unsure', true)).toEqual({ type: 'booster.answer', agreed: false });
  expect(boosterCommand('no', true)).toEqual({ type: 'booster.answer', agreed: false });
  expect(boosterCommand('yes', null)).toEqual({ type: 'booster.answer', agreed: true });
});

test('[DO6] nothing is chosen for somebody who has not answered', () => {
  expect(boosterChoice(null)).toBeNull();
});

test('every point of the checklist has words of its own', () => {
  const labels = ChecklistItem.options.map((item) => CHECKLIST_WORDS[item].label);
  expect(new Set(labels).size).toBe(9);
});
