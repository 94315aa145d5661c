/**
 * A package.json, or a package's entry in the lock, as far as it is read here. All else in it is passed on.
 */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly [key: string]: unknown;
}

/**
 * A package-lock.json (https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json): packages by their
 * folder.
 */
export interface Lock {
  readonly packages: Readonly<Record<string, Manifest>>;
  readonly [key: string]: unknown;
}

/**
 * package.json without what is for development, and with one script, which Google's build runs. The others have to go:
 * `npm ci` in that build would run `prepare`, without esbuild
 * (https://cloud.google.com/docs/buildpacks/nodejs#executing_custom_build_steps_during_deployment).
 */
export function deployedManifest(manifest: Manifest): Manifest {
  return { ...withoutDevelopment(manifest), scripts: { 'gcp-build': 'node deploy/compile-cache.ts' } };
}

function withoutDevelopment({
  scripts: _scripts,
  devDependencies: _devDependencies,
  allowScripts: _allowScripts,
  ...rest
}: Manifest): Manifest {
  return rest;
}

/**
 * The lock with the packages that are needed to run, and no other. They are found by following the
 * dependencies: the mark `dev` in the lock does not tell, as it is missing where a package that runs names
 * one of development as an optional peer (`valibot` names `typescript`), and `npm ci` would install that.
 */
export function deployedLock(lock: Lock): Lock {
  const kept = new Map<string, Manifest>();

  function keep(folder: string, manifest: Manifest): void {
    if (kept.has(folder)) return;
    kept.set(folder, manifest);
    for (const name of needsOf(manifest)) {
      const found = placesOf(name, folder).find((place) => lock.packages[place] !== undefined);
      const needed = found === undefined ? undefined : lock.packages[found];
      if (found !== undefined && needed !== undefined) keep(found, needed);
    }
  }
  keep('', withoutDevelopment(lock.packages[''] ?? {}));

  // In the order of the lock, so that the same project gives the same file.
  const folders = Object.keys(lock.packages).filter((folder) => kept.has(folder));
  return { ...lock, packages: Object.fromEntries(folders.map((folder) => [folder, kept.get(folder) ?? {}])) };
}

function needsOf(manifest: Manifest): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest;
  const peers = Object.keys(peerDependencies ?? {});
  return [
    ...Object.keys(dependencies ?? {}),
    ...Object.keys(optionalDependencies ?? {}),
    ...peers.filter((name) => peerDependenciesMeta?.[name]?.optional !== true),
  ];
}

/** Where Node looks for a package (https://nodejs.org/api/modules.html#loading-from-node_modules-folders). */
function placesOf(name: string, folder: string): string[] {
  const nesting = folder === '' ? [] : folder.split(/(?:^|\/)node_modules\//).slice(1);
  const folders = nesting.map((_, depth) =>
    nesting
      .slice(0, nesting.length - depth)
      .map((part) => `node_modules/${part}/`)
      .join(''),
  );
  return [...folders, ''].map((parent) => `${parent}node_modules/${name}`);
}
