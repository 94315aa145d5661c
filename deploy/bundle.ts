import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../shared/words/languages.ts';

// Makes of the functions what is deployed: build/index.cjs, which Google's launcher loads, and beside it a file for each
// thing that few starts need, or that the first answer does not. In CommonJS: modules of the other kind take Node longer, as
// it fills in what each of its own modules exports, and with `http` that is all of `fetch`.

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'build');

/** What gets a file of its own, wherever it is loaded by `import()`. */
const LATE = [
  'shared/queue/google-client.ts',
  ...LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE).map(
    ({ tag }) => `shared/words/${tag}/${tag.toLowerCase()}.ts`,
  ),
].map((file) => join(ROOT, file));

const loadedLate: Plugin = {
  name: 'loaded late',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      const isLate = kind === 'dynamic-import' && LATE.includes(resolve(resolveDir, path));
      return isLate ? { path: `./${basename(path, '.ts')}.cjs`, external: true } : undefined;
    });
  },
};

/**
 * Google's package of Cloud Tasks exports the clients of three versions, and each reads its JSON from the disk, relative to
 * where it is. Here the one that is used is taken, with its JSON, and of the protocol its version: all that is there is read.
 */
const CLIENT = join(ROOT, 'node_modules/@google-cloud/tasks/build/esm/src/v2/cloud_tasks_client.js');

const clientWithItsData: Plugin = {
  name: 'client with its data',
  setup({ onLoad }) {
    onLoad({ filter: /cloud_tasks_client\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const contents = code
        .replaceAll(/getJSON\(path\.join\(dirname, (.+?)\)\)/g, (_, parts: string) => {
          const names = [...parts.matchAll(/'(.+?)'/g)].map(([, name = '']) => name);
          return `require(${JSON.stringify(join(dirname(path), ...names))})`;
        })
        .replace('path.dirname(fileURLToPath(import.meta.url))', 'undefined');
      if (/getJSON\(|import\.meta|dirname,/.test(contents))
        throw new Error(`${path} reads its data in another way than this file knows`);
      return { contents };
    });
    onLoad({ filter: /tasks\/build\/protos\/protos\.json$/ }, async ({ path }) => {
      const { nested } = JSON.parse(await readFile(path, 'utf8'));
      const { v2 } = nested.google.nested.cloud.nested.tasks.nested;
      nested.google.nested.cloud.nested.tasks.nested = { v2 };
      return { contents: JSON.stringify({ nested }), loader: 'json' };
    });
  },
};

await rm(FOLDER, { recursive: true, force: true });
await build({
  entryPoints: [join(ROOT, 'functions/index.ts'), ...LATE].map((file) => ({
    in: file,
    out: basename(file, '.ts'),
  })),
  outdir: FOLDER,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  // Loaded late, and still as CommonJS.
  supported: { 'dynamic-import': false },
  // The functions register with the one that the launcher has.
  external: ['@google-cloud/functions-framework'],
  alias: { '@google-cloud/tasks': CLIENT },
  plugins: [loadedLate, clientWithItsData],
  logLevel: 'warning',
});
