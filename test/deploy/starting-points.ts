import { PretendProject } from './pretend-project.ts';
import { SETTINGS, startRehearsal, succeeded } from './rehearsal.ts';

/** Projects to begin with: one in which setup.sh has been run, and one in which all is deployed. */
interface StartingPoints {
  readonly prepared: PretendProject;
  readonly deployed: PretendProject;
}

/** Where the processes in which tests run find them, written. */
const PREPARED = 'REHEARSAL_PREPARED';
const DEPLOYED = 'REHEARSAL_DEPLOYED';

/** Makes them once for all files of a run, before the first (https://jestjs.io/docs/configuration#globalsetup-string). */
async function makeStartingPoints(): Promise<void> {
  const stage = await startRehearsal();
  try {
    succeeded(await stage.setUp());
    process.env[PREPARED] = stage.project.written();
    succeeded(await stage.deploy(SETTINGS));
    process.env[DEPLOYED] = stage.project.written();
  } finally {
    await stage.close();
  }
}

// biome-ignore lint/style/noDefaultExport: the form in which Jest is told what to do before all tests
export default makeStartingPoints;

export function startingPoints(): StartingPoints {
  const of = (variable: string) => new PretendProject().read(process.env[variable] ?? '');
  return { prepared: of(PREPARED), deployed: of(DEPLOYED) };
}
