import { createClient } from '#contract/client.ts';
import { currentLanguage } from '../i18n/setup.ts';

export const call = createClient((input, init) => fetch(input, init), currentLanguage);
