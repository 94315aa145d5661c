import { PAGE } from './page.ts';
import { PROVIDERS } from './providers.ts';

export const ENGLISH = { language: 'en', locale: 'en-GB', page: PAGE, providers: PROVIDERS };
