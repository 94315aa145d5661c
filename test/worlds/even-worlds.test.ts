import { testWorlds } from './support/live.ts';

testWorlds(0);
