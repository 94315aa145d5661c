import { processEnvironment } from '../shared/config.ts';
import { type Context, createContext } from '../shared/context.ts';
import { registerFunctions } from './register.ts';

/** What Google's launcher loads: the functions in their real surroundings. */
let context: Context | undefined;

registerFunctions(() => {
  context ??= createContext({
    environment: processEnvironment(),
    now: () => new Date(),
    output: process.stdout,
  });
  return context;
});
