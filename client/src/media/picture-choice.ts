import { z } from 'zod';
import { createKeptChoice } from './kept-choice.ts';

/** Whether the therapist's picture is shown after the dose: the client's choice, kept on the device. */
export const pictureChoice = createKeptChoice('sojourn.picture', z.boolean(), true);
