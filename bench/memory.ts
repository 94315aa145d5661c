/** The memory of a function, in MiB, and what Node is told about it. */
interface Memory {
  readonly mebibytes: number;
  readonly environment: Readonly<Record<'NODE_OPTIONS', string>>;
}

/** As deploy.sh deploys them, which has the reasons: the tests of the deployment compare the two. */
export const MEMORY = {
  check: { mebibytes: 256, environment: { NODE_OPTIONS: '--max-semi-space-size=16' } },
  reconcile: { mebibytes: 512, environment: { NODE_OPTIONS: '--max-semi-space-size=4' } },
} as const satisfies Record<string, Memory>;
