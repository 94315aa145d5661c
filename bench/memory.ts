/** The memory of a function, in MiB, and the variables that say what Node and the C library may make of it. */
export interface Memory {
  readonly mebibytes: number;
  readonly environment: Readonly<Record<'NODE_OPTIONS' | 'MALLOC_ARENA_MAX', string>>;
}

/** As deploy.sh deploys them, which has the reasons: the tests of the deployment compare the two. */
export const MEMORY = {
  check: { mebibytes: 256, environment: roomFor(16) },
  reconcile: { mebibytes: 512, environment: roomFor(2) },
} as const satisfies Record<string, Memory>;

/** @param young the room for what is young, in MiB */
function roomFor(young: number): Memory['environment'] {
  return { NODE_OPTIONS: `--max-semi-space-size=${young}`, MALLOC_ARENA_MAX: '2' };
}
